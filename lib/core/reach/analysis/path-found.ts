/** The verdict alone, for whoever tries many networks. */
import type { Network } from '../../vpc/network';
import { interfacesOf } from '../ends/end';
import { find } from '../finding';
import { groundOf } from '../ground';
import type { Mode } from '../limits';
import { questionOf } from './request';
import type { NetworkInsightsPath, StartNetworkInsightsAnalysisRequest } from './shape';

export function isPathFound(
  network: Network,
  path: NetworkInsightsPath,
  { mode = 'aws', ...request }: StartNetworkInsightsAnalysisRequest & { readonly mode?: Mode } = {},
): boolean {
  const apart = new Set([path.Source, path.Destination ?? ''].flatMap((id) => interfacesOf({ network }, id)));
  const ground = groundOf(network, { mode, apart });
  const door = questionOf(ground, path, request);
  return 'question' in door && find(ground, door.question).trips.length > 0;
}
