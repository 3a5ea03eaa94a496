/**
 * Every statement about forwarding that the simulator answers for. Each is claimed by a case of this folder, or says what of
 * it is not modelled; `ARCHITECTURE.md` says the same.
 */
import { BETWEEN_NETWORKS } from './rows/between-networks';
import { ENDPOINTS_AND_ADDRESSING } from './rows/endpoints-and-addressing';
import { GATEWAYS } from './rows/gateways';
import { NETWORK_ACLS } from './rows/network-acls';
import { ROUTES } from './rows/routes';
import { SECURITY_GROUPS } from './rows/security-groups';

export type { Row } from './rows/row';

export const ROWS = {
  ...ROUTES,
  ...NETWORK_ACLS,
  ...SECURITY_GROUPS,
  ...GATEWAYS,
  ...BETWEEN_NETWORKS,
  ...ENDPOINTS_AND_ADDRESSING,
};

export type RowId = keyof typeof ROWS;
