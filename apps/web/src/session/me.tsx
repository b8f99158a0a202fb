import type { Me, Permission } from '@qingshan/contract';
import { createContext, useContext } from 'react';

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only below the desk's frame, which waits for it. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the desk');
  return me;
}

/** Does the server's list of my permissions hold this one? */
export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
