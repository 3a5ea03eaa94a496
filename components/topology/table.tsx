/** The drawing's twin: the same interfaces and gateways, row by row. */

import { IdText } from '../ui/id-text';
import type { Drawing } from './drawing';

interface TopologyTableProps {
  readonly drawing: Drawing;
  /** Interface id -> what its log says, for those whose log is shown. */
  readonly logs: ReadonlyMap<string, string>;
}

const CELL = 'border-line border-t px-3.5 py-1.5 text-left align-baseline';

export function TopologyTable({ drawing, logs }: TopologyTableProps) {
  const vpcs = [drawing.main, ...drawing.peers.map(({ vpc }) => vpc)];
  return (
    <table className="w-full text-[13px]">
      <caption className="sr-only">Interfaces and gateways of the drawing</caption>
      <thead className="text-ink-3 text-xs">
        <tr>
          {['Name', 'Address', 'Subnet', 'VPC', 'Log'].map((head) => (
            <th key={head} scope="col" className="px-3.5 py-1.5 text-left font-[550]">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {vpcs.flatMap((vpc) =>
          vpc.zones.flatMap((zone) =>
            zone.subnets.flatMap((subnet) =>
              subnet.interfaces.map((node) => (
                <tr key={node.id}>
                  <th scope="row" className={`${CELL} font-semibold`}>
                    {node.name}
                    {node.role === 'target' && (
                      <span className="ml-1.5 rounded-full bg-accent px-1.5 text-[11px] text-accent-ink">
                        target
                      </span>
                    )}
                  </th>
                  <td className={CELL}>
                    <code>{node.address}</code>
                  </td>
                  <td className={CELL}>
                    {subnet.name}, {subnet.isPublic ? 'public' : 'private'}
                    {zone.name && `, ${zone.name}`}
                  </td>
                  <td className={CELL}>{vpc.name}</td>
                  <td className={CELL}>{logs.get(node.id) ?? ''}</td>
                </tr>
              )),
            ),
          ),
        )}
        {drawing.internetGateway && (
          <GatewayRow name="internet gateway" id={drawing.internetGateway.id} vpc={drawing.main.name} />
        )}
        {drawing.peers.map(({ connection, vpc }) => (
          <GatewayRow
            key={connection.id}
            name="peering connection"
            id={connection.id}
            vpc={`${drawing.main.name} and ${vpc.name}`}
          />
        ))}
        {drawing.outside
          .filter(({ isClient }) => isClient)
          .map(({ name, address }) => (
            <GatewayRow key={name} name={`${name}, on the internet`} id={address} vpc="" />
          ))}
      </tbody>
    </table>
  );
}

function GatewayRow({ name, id, vpc }: { readonly name: string; readonly id: string; readonly vpc: string }) {
  return (
    <tr>
      <th scope="row" className={`${CELL} font-semibold`}>
        {name}
      </th>
      <td className={CELL} colSpan={2}>
        <IdText text={id} />
      </td>
      <td className={CELL}>{vpc}</td>
      <td className={CELL} />
    </tr>
  );
}
