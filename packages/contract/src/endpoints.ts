import { identityEndpoints } from './identity/endpoints.ts';
import { issueEndpoints } from './issues/endpoints.ts';
import { platformEndpoints } from './platform/endpoints.ts';
import { responsibilityEndpoints } from './responsibility/endpoints.ts';

/** Every endpoint of the product by operation id. */
export const endpoints = {
  ...identityEndpoints,
  ...responsibilityEndpoints,
  ...issueEndpoints,
  ...platformEndpoints,
} as const;

export type Endpoints = typeof endpoints;
export type OperationId = keyof Endpoints;
export const operationIds = Object.keys(endpoints) as OperationId[];
