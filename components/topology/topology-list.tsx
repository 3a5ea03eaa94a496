/** The drawing's twin: the same things as an indented list, with the same actions. */

import type { ReactNode } from 'react';
import type { LogGlance } from '../flowlog/gauge';
import { IdText } from '../ui/id-text';
import type { Drawing, InterfaceNode, Named, SubnetBox, VpcBox } from './drawing';

interface TopologyListProps {
  readonly drawing: Drawing;
  readonly glances: Readonly<Record<string, LogGlance>>;
  readonly selectedId?: string | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
  /** What can be done with the one that is selected. */
  readonly actions?: ReactNode;
}

const KIND = {
  instance: '',
  function: 'Lambda function',
  'nat-gateway': 'NAT gateway',
  'transit-gateway': 'interface of the transit gateway',
  endpoint: 'interface endpoint',
  balancer: 'load balancer',
  folded: '',
} as const;

export function TopologyList(props: TopologyListProps) {
  const { drawing } = props;
  return (
    <ul aria-label="Network as a list" className="py-1 text-[13px]">
      {drawing.vpcs.map((vpc) => (
        <VpcItem key={vpc.id} vpc={vpc} {...props} />
      ))}
      {drawing.joints.map((joint) => (
        <Item key={joint.id} named={joint} {...props}>
          <span className="font-semibold">{joint.says}</span> <IdText text={joint.id} />
          {joint.vpcIds.length > 0 && <span className="text-ink-3"> {vpcNames(drawing, joint.vpcIds)}</span>}
        </Item>
      ))}
      {drawing.outside.map((node) => (
        <Item key={node.id} named={node} {...props}>
          <span className="font-semibold">{node.name}</span> {node.address && <code>{node.address}</code>}
          <RoleTag role={node.role} />
        </Item>
      ))}
    </ul>
  );
}

function vpcNames({ vpcs }: Drawing, ids: readonly string[]): string {
  const names = vpcs.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return `of VPC ${names.join(' and ')}`;
}

function VpcItem({ vpc, ...props }: TopologyListProps & { readonly vpc: VpcBox }) {
  return (
    <Item
      named={vpc}
      {...props}
      inner={vpc.zones.flatMap(({ name, subnets }) =>
        subnets.map((subnet) => <SubnetItem key={subnet.id} subnet={subnet} zone={name} {...props} />),
      )}
    >
      <span className="font-semibold text-vpc">VPC</span> <span className="font-semibold">{vpc.name}</span>{' '}
      <Codes texts={vpc.cidrs} />
    </Item>
  );
}

function SubnetItem({
  subnet,
  zone,
  ...props
}: TopologyListProps & { readonly subnet: SubnetBox; readonly zone: string }) {
  return (
    <Item
      named={subnet}
      {...props}
      inner={subnet.interfaces.map((node) => <InterfaceItem key={node.id} node={node} {...props} />)}
    >
      <span className="font-semibold">{subnet.name}</span> <Codes texts={subnet.cidrs} />{' '}
      <span className="text-ink-3">
        {subnet.isPublic ? 'public' : 'private'}, {zone}
      </span>
    </Item>
  );
}

function InterfaceItem({ node, ...props }: TopologyListProps & { readonly node: InterfaceNode }) {
  const glance = props.glances[node.id];
  return (
    <Item named={node} {...props}>
      <span className="font-semibold">{node.name}</span> <Codes texts={node.addresses} />
      <RoleTag role={node.role} />
      <span className="text-ink-3">
        {KIND[node.kind] !== node.name && KIND[node.kind] && ` ${KIND[node.kind]}`}
        {glance && ` log: ${glance.sentence}`}
      </span>
    </Item>
  );
}

interface ItemProps extends TopologyListProps {
  readonly named: Named;
  readonly inner?: readonly ReactNode[];
  readonly children: ReactNode;
}

const ROW =
  'flex min-h-8 w-full flex-wrap items-center gap-x-2 rounded-node px-3.5 py-1 text-left pointer-coarse:min-h-11';

function Item({ named, inner = [], selectedId, onSelect, actions, children }: ItemProps) {
  const isSelected = selectedId === named.id;
  return (
    <li>
      {onSelect ? (
        <button
          type="button"
          aria-pressed={isSelected}
          onClick={() => onSelect(named.id)}
          className={`${ROW} hover:bg-sunken ${isSelected ? 'bg-accent-soft' : ''}`}
        >
          {children}
          <Difference of={named} />
        </button>
      ) : (
        <div className={ROW}>
          {children}
          <Difference of={named} />
        </div>
      )}
      {isSelected && actions && <div className="px-3.5 pb-2">{actions}</div>}
      {inner.length > 0 && <ul className="ml-4 border-line border-l">{inner}</ul>}
    </li>
  );
}

function Codes({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text) => (
    <code key={text} className="mr-1.5">
      {text}
    </code>
  ));
}

function RoleTag({ role }: { readonly role: InterfaceNode['role'] }) {
  if (role === 'other') return null;
  return <span className="rounded-full bg-accent px-1.5 text-[11px] text-accent-ink">{role}</span>;
}

/** What is not as it was designed. */
function Difference({ of }: { readonly of: Named }) {
  if (!of.difference) return null;
  return (
    <span className="whitespace-nowrap rounded-full border border-reject border-dashed bg-reject-soft px-1.5 text-[11px] text-reject">
      {of.difference.says}
    </span>
  );
}
