/** What a person is shown of a scene: the drawing, the logs of some interfaces, the walk, and what decided. */
import { attemptStory } from '../explain/attempt';
import type { Prose } from '../explain/prose';
import { LOG_READINGS } from '../flowlog/log-laws';
import { logsOver } from '../flowlog/scope';
import { formatAddress } from '../net/address';
import { nameOf } from '../quiz/configuration-table';
import { decidingStepView } from '../quiz/deciding-step';
import { walkOf } from '../quiz/verdict/walk';
import type { DecidingStepView, DrawingView, FlowLogView, StepView } from '../quiz/view';
import type { ConnectionOutcome } from '../simulate/outcome';
import { kindsAt } from './claim';
import type { PlayedScene, SceneDocument } from './scene';

export interface SceneView {
  /** "web connects to 10.0.2.100, TCP port 443" */
  readonly says: string;
  readonly drawing: DrawingView;
  readonly log: FlowLogView;
  readonly walk: readonly StepView[];
  readonly outcome: ConnectionOutcome;
  readonly story: Prose;
  readonly decided: DecidingStepView | undefined;
  /** Of each interface that is shown: what it writes of it, `ACCEPT in` and the like; empty: nothing. */
  readonly kinds: readonly { readonly name: string; readonly kinds: readonly string[] }[];
}

/** `shows`: interfaces whose logs are shown, the one that matters first. */
export function sceneView(played: PlayedScene, scene: SceneDocument, shows: readonly string[]): SceneView {
  const { world, probe, records, from, to } = played;
  const { network, hosts } = world;
  const [client] = hosts.byName.get(scene.from)?.networkInterfaceIds ?? [];
  const targetId = shows[0] ?? client ?? '';
  const outside = hosts.all.flatMap(({ name, address, networkInterfaceIds }) =>
    address !== undefined &&
    networkInterfaceIds.length === 0 &&
    (name === scene.from || name === scene.to || formatAddress(address) === scene.to)
      ? [{ name, address: formatAddress(address), isClient: name === scene.from }]
      : [],
  );
  const [gateway] = network.internetGateways.values();
  const log = network.flowLogs.values().next().value;
  return {
    says: sentenceOf(scene),
    drawing: {
      network,
      isDesign: false,
      differences: [],
      targetId,
      internetGatewayId: gateway?.id,
      clientInterfaceId: client === targetId ? undefined : client,
      outside,
      summary: sentenceOf(scene),
    },
    log: {
      flowLogId: log?.id ?? '',
      settings: undefined,
      from,
      to,
      fields: logsOver(network, [], undefined)[0]?.fields ?? [],
      inferred: LOG_READINGS.map(({ rule }) => rule),
      interfaces: shows.flatMap((id) => {
        const own = network.networkInterfaces.get(id);
        return own
          ? [
              {
                interfaceId: id,
                name: nameOf(own),
                relation: '',
                isTarget: true,
                records: records.filter(
                  ({ interfaceId, record }) => interfaceId === id && record.action !== null,
                ),
              },
            ]
          : [];
      }),
    },
    walk: walkOf(probe, network),
    outcome: probe.connection,
    story: attemptStory({ from: scene.from, server: scene.to, probe }),
    decided: probe.decidedBy && decidingStepView(network, probe.decidedBy),
    kinds: shows.map((id) => {
      const own = network.networkInterfaces.get(id);
      return { name: own ? nameOf(own) : id, kinds: kindsAt(played, id) };
    }),
  };
}

function sentenceOf({ from, to, protocol, port }: SceneDocument): string {
  return protocol === 'icmp'
    ? `${from} pings ${to}`
    : `${from} connects to ${to}, ${protocol.toUpperCase()} port ${port}`;
}
