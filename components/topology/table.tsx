/** The drawing's twin: the same interfaces and gateways, row by row. */

import { IdText } from '../ui/id-text';
import type { Drawing, Joint, Named } from './drawing';

interface TopologyTableProps {
  readonly drawing: Drawing;
  /** Interface id -> what its log says, for those whose log is shown. */
  readonly logs: ReadonlyMap<string, string>;
}

const CELL =
  'text-left align-baseline @2xl/panel:border-line @2xl/panel:border-t @2xl/panel:px-3.5 @2xl/panel:py-1.5';
/** Where it is narrow a row is a small paragraph: name and address, then where it lies, then its log. */
const ROW =
  '@max-2xl/panel:flex @max-2xl/panel:flex-wrap @max-2xl/panel:items-baseline @max-2xl/panel:gap-x-3 @max-2xl/panel:border-line @max-2xl/panel:border-t @max-2xl/panel:px-3.5 @max-2xl/panel:py-1.5';
const LINE = '@max-2xl/panel:basis-full @max-2xl/panel:text-ink-2 @max-2xl/panel:empty:hidden';

export function TopologyTable({ drawing, logs }: TopologyTableProps) {
  const vpcs = [drawing.main, ...drawing.peers.map(({ vpc }) => vpc)];
  return (
    <table className="w-full text-[13px] @max-2xl/panel:block">
      <caption className="sr-only">Interfaces and gateways of the drawing</caption>
      <thead className="text-ink-3 text-xs @max-2xl/panel:sr-only">
        <tr>
          {['Name', 'Address', 'Subnet', 'VPC', 'Log'].map((head) => (
            <th key={head} scope="col" className="px-3.5 py-1.5 text-left font-[550]">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="@max-2xl/panel:block">
        {vpcs.flatMap((vpc) =>
          vpc.zones.flatMap((zone) =>
            zone.subnets.flatMap((subnet) =>
              subnet.interfaces.map((node) => (
                <tr key={node.id} className={ROW}>
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
                    <Difference of={node} />
                  </td>
                  <td className={CELL}>
                    {subnet.name}, {subnet.isPublic ? 'public' : 'private'}
                    {zone.name && `, ${zone.name}`}
                    <Difference of={subnet} />
                  </td>
                  <td className={CELL}>{vpc.name}</td>
                  <td className={`${CELL} ${LINE}`}>{logs.get(node.id) ?? ''}</td>
                </tr>
              )),
            ),
          ),
        )}
        {drawing.internetGateway && (
          <GatewayRow
            name="internet gateway"
            id={drawing.internetGateway.id}
            vpc={drawing.main.name}
            joint={drawing.internetGateway}
          />
        )}
        {drawing.peers.map(({ connection, vpc }) => (
          <GatewayRow
            key={connection.id}
            name="peering connection"
            id={connection.id}
            vpc={`${drawing.main.name} and ${vpc.name}`}
            joint={connection}
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

interface GatewayRowProps {
  readonly name: string;
  readonly id: string;
  readonly vpc: string;
  readonly joint?: Joint;
}

function GatewayRow({ name, id, vpc, joint }: GatewayRowProps) {
  return (
    <tr className={ROW}>
      <th scope="row" className={`${CELL} font-semibold`}>
        {name}
      </th>
      <td className={CELL} colSpan={2}>
        <IdText text={id} />
        <Difference of={joint} />
      </td>
      <td className={CELL}>{vpc}</td>
      <td className={`${CELL} ${LINE}`} />
    </tr>
  );
}

/** What is not as it was designed. */
function Difference({ of }: { readonly of: Named | undefined }) {
  if (!of?.difference) return null;
  return (
    <span className="ml-1.5 whitespace-nowrap rounded-full border border-reject border-dashed bg-reject-soft px-1.5 text-[11px] text-reject">
      {of.difference.says}
    </span>
  );
}
