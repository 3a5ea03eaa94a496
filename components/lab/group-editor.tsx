'use client';
/** Security groups: both lists of rules, and a form for one more. */
import { useState } from 'react';
import { EditableTable } from './editable-table';
import { ChoiceField, LineForm } from './fields';
import { groupRuleLine, type RuleForm } from './lines';
import type { EditorProps } from './route-editor';
import { DIRECTIONS, isDirection, lackOf, RuleFields } from './rule-fields';

export function GroupEditor({ editable: { securityGroups }, lines, onLines }: EditorProps) {
  const groups = securityGroups.filter(({ direction }) => direction === 'ingress');
  const [groupId, setGroupId] = useState(groups[0]?.id ?? '');
  const [form, setForm] = useState<RuleForm>({ direction: 'ingress', protocol: 'tcp', ports: '', peer: '' });
  const [problem, setProblem] = useState<string>();
  const list = securityGroups.find(({ id, direction }) => id === groupId && direction === form.direction);
  const add = (): void => {
    const lack = lackOf(form);
    setProblem(lack);
    if (lack === undefined) onLines([groupRuleLine(groupId, form)]);
  };
  return (
    <>
      <div className="grid grid-cols-[2fr_1fr] gap-2 px-3.5 py-2">
        <ChoiceField label="Security group" value={groupId} onChange={setGroupId} options={groups} />
        <ChoiceField
          label="Direction"
          value={form.direction}
          onChange={(direction) => isDirection(direction) && setForm({ ...form, direction })}
          options={DIRECTIONS.map(({ id, name }) => ({ id, name }))}
        />
      </div>
      {list && <EditableTable list={list} lines={lines} onRemove={(line) => onLines([line])} />}
      <LineForm title="Allow something more" action="Write the rule" problem={problem} onSubmit={add}>
        <RuleFields
          form={form}
          far={
            form.direction === 'ingress' ? 'Source, a block or a group' : 'Destination, a block or a group'
          }
          onChange={setForm}
        />
      </LineForm>
    </>
  );
}
