'use client';
/** Protocol, ports and far end: what rules of security groups and entries of network ACLs have in common. */
import { ChoiceField, TextField } from './fields';
import type { Direction, RuleForm } from './lines';

const PROTOCOLS = [
  { id: 'tcp', name: 'TCP' },
  { id: 'udp', name: 'UDP' },
  { id: 'icmp', name: 'ICMP' },
  { id: '-1', name: 'all traffic' },
];

export const DIRECTIONS = [
  { id: 'ingress', name: 'inbound' },
  { id: 'egress', name: 'outbound' },
] as const;

interface RuleFieldsProps {
  readonly form: RuleForm;
  /** "Source, a block or a group" */
  readonly far: string;
  onChange(form: RuleForm): void;
}

export function RuleFields({ form, far, onChange }: RuleFieldsProps) {
  const hasPorts = form.protocol === 'tcp' || form.protocol === 'udp';
  return (
    <>
      <ChoiceField
        label="Protocol"
        value={form.protocol}
        onChange={(protocol) => onChange({ ...form, protocol })}
        options={PROTOCOLS}
      />
      {hasPorts && (
        <TextField
          label="Port or range"
          value={form.ports}
          onChange={(ports) => onChange({ ...form, ports })}
          hint="1024-65535"
        />
      )}
      <TextField
        label={far}
        value={form.peer}
        onChange={(peer) => onChange({ ...form, peer })}
        hint="10.0.0.0/16"
      />
    </>
  );
}

/** What a rule still lacks, in words; undefined: nothing. */
export function lackOf({ protocol, ports, peer, direction }: RuleForm): string | undefined {
  if ((protocol === 'tcp' || protocol === 'udp') && !/^\s*\d{1,5}\s*([-–]\s*\d{1,5}\s*)?$/.test(ports))
    return 'A rule needs a port, such as 22, or a range, such as 1024-65535.';
  if (peer.trim() === '')
    return `A rule needs a ${direction === 'ingress' ? 'source' : 'destination'}, such as 10.0.0.0/16.`;
  return undefined;
}

export function isDirection(text: string): text is Direction {
  return text === 'ingress' || text === 'egress';
}
