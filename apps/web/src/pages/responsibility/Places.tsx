import { fullPlaceCode } from '@qingshan/contract';
import { Navigate } from 'react-router';
import { useMe } from '../../session/me.tsx';

/** 地点 opens on the widest place that I may see. */
export default function Places() {
  const { reach, countyCode } = useMe();
  const widest = [...reach].sort((a, b) => a.length - b.length)[0] ?? countyCode;
  return <Navigate replace to={`/places/${fullPlaceCode(widest)}`} />;
}
