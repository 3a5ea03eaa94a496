/** Random worlds of every kind of component, for laws; a failing one is printed with the seed that makes it again. */
import fc from 'fast-check';
import type { World } from '@/lib/core/simulate/world';
import { worldOf } from '../network/part';
import { gatewayDraw, gateways } from './gateways';
import { hostDraw, hosts } from './hosts';
import { hybrid, hybridDraw } from './hybrid';
import { trafficDraw, trafficRow } from './traffic';
import { transit, transitDraw } from './transit';
import { vpcDraw, vpcs } from './vpcs';

export const randomWorld: fc.Arbitrary<World> = fc
  .record({
    vpcs: vpcDraw,
    gateways: gatewayDraw,
    transit: transitDraw,
    hybrid: hybridDraw,
    hosts: hostDraw,
    traffic: fc.array(trafficDraw, { minLength: 1, maxLength: 6 }),
  })
  .map((drawn) =>
    worldOf(
      { Seed: 'law' },
      ...vpcs(drawn.vpcs),
      ...gateways(drawn.gateways),
      ...transit(drawn.transit),
      ...hybrid(drawn.hybrid),
      hosts(drawn.hosts),
      { Traffic: drawn.traffic.map(trafficRow) },
    ),
  );
