'use client';
/** Network ACLs: both numbered lists, a form for one more entry, and which subnets they guard. */
import { useState } from 'react';
import { EditableTable } from './editable-table';
import { ChoiceField, LineForm, TextField } from './fields';
import { aclAssociationLine, aclEntryLine, type EntryForm } from './lines';
import type { EditorProps } from './route-editor';
import { DIRECTIONS, isDirection, lackOf, RuleFields } from './rule-fields';

const EMPTY: EntryForm = {
  direction: 'ingress',
  protocol: 'tcp',
  ports: '',
  peer: '',
  ruleNumber: '',
  ruleAction: 'allow',
};
const ACTIONS = [
  { id: 'allow', name: 'allow' },
  { id: 'deny', name: 'deny' },
];

export function AclEditor({ editable: { networkAcls, subnets }, lines, onLines }: EditorProps) {
  const lists = networkAcls.filter(({ direction }) => direction === 'ingress');
  const [aclId, setAclId] = useState(lists[0]?.id ?? '');
  const [form, setForm] = useState(EMPTY);
  const [subnetId, setSubnetId] = useState(subnets[0]?.id ?? '');
  const [problem, setProblem] = useState<string>();
  const list = networkAcls.find(({ id, direction }) => id === aclId && direction === form.direction);
  const guarded = subnets.filter(({ networkAclId }) => networkAclId === aclId).map(({ name }) => name);
  const associationId = subnets.find(({ id }) => id === subnetId)?.networkAclAssociationId;
  const add = (): void => {
    const lack = /^\s*\d{1,5}\s*$/.test(form.ruleNumber)
      ? lackOf(form)
      : 'An entry needs a number, 1 to 32766: the lowest that matches decides.';
    setProblem(lack);
    if (lack === undefined) onLines([aclEntryLine(aclId, form)]);
  };
  return (
    <>
      <div className="grid grid-cols-[2fr_1fr] gap-2 px-3.5 py-2">
        <ChoiceField label="Network ACL" value={aclId} onChange={setAclId} options={lists} />
        <ChoiceField
          label="Direction"
          value={form.direction}
          onChange={(direction) => isDirection(direction) && setForm({ ...form, direction })}
          options={DIRECTIONS.map(({ id, name }) => ({ id, name }))}
        />
        <p className="col-span-2 text-ink-3 text-xs">
          {guarded.length > 0 ? `guards ${guarded.join(', ')}` : 'guards no subnet'}
        </p>
      </div>
      {list && <EditableTable list={list} lines={lines} onRemove={(line) => onLines([line])} />}
      <LineForm title="Add an entry" action="Write the entry" problem={problem} onSubmit={add}>
        <TextField
          label="Rule number"
          value={form.ruleNumber}
          onChange={(ruleNumber) => setForm({ ...form, ruleNumber })}
          hint="120"
        />
        <RuleFields
          form={form}
          far={form.direction === 'ingress' ? 'Source, a block' : 'Destination, a block'}
          onChange={(rule) => setForm({ ...form, ...rule })}
        />
        <ChoiceField
          label="Action"
          value={form.ruleAction}
          onChange={(ruleAction) =>
            setForm({ ...form, ruleAction: ruleAction === 'deny' ? 'deny' : 'allow' })
          }
          options={ACTIONS}
        />
      </LineForm>
      <LineForm
        title="Let this list guard a subnet"
        action="Associate"
        problem={undefined}
        onSubmit={() => associationId !== undefined && onLines([aclAssociationLine(associationId, aclId)])}
      >
        <ChoiceField label="Subnet" value={subnetId} onChange={setSubnetId} options={subnets} />
      </LineForm>
    </>
  );
}
