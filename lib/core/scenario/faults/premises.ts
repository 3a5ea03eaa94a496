/** Faults of what lies behind a VPN: what the premises tell AWS of, and what not. */
import { canonicalCidr, contains } from '../../net/cidr';
import type { Change } from '../../simulate/world';
import { HYBRID_AND_PRIVATE_LINKS, TROUBLESHOOTING } from '../exam-task';
import type { Fault } from '../fault';
import { met } from '../intent-path';
import { byCalls } from './by-calls';

/** F067 */
export const bgpAdvert: Fault = {
  id: 'bgp-advert',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: [HYBRID_AND_PRIVATE_LINKS, TROUBLESHOOTING],
  says: 'The tunnel is up, and the far side does not advertise the network that is asked for.',
  sites(path) {
    const { design, world, intent } = path;
    const link = (['forward', 'return'] as const).flatMap((leg) => met(path, leg, 'vpn-connection'))[0];
    const premises = design.world.Premises?.find(({ Connections }) =>
      Connections.includes(link?.component ?? ''),
    );
    const far = world.hosts.all.find(
      ({ name, premises: where }) => where !== undefined && (name === intent.from || name === intent.server),
    )?.address;
    const block = premises?.Advertises?.find((text) => {
      const cidr = canonicalCidr(text);
      return cidr && far !== undefined && contains(cidr, far);
    });
    if (!premises || block === undefined) return [];
    const tells = (Action: 'AdvertisePrefix' | 'WithdrawPrefix'): Change => ({
      Service: 'host',
      Action,
      Host: premises.Name,
      CidrBlock: block,
    });
    return byCalls(design.world, [tells('WithdrawPrefix')], {
      at: premises.Name,
      repair: () => [tells('AdvertisePrefix')],
    });
  },
};

export const PREMISES_FAULTS: readonly Fault[] = [bgpAdvert];
