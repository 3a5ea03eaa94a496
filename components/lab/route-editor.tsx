'use client';
/** Routes: a table's rows, a form for one more, and which subnets follow it. */
import { useState } from 'react';
import type { Editable } from '@/lib/core/quiz/lab/editable';
import { EditableTable } from './editable-table';
import { ChoiceField, LineForm, TextField } from './fields';
import { routeLine, routeTableAssociationLine } from './lines';

export interface EditorProps {
  readonly editable: Editable;
  readonly lines: readonly string[];
  onLines(lines: readonly string[]): void;
}

const NOTHING = { id: '', name: '' };

export function RouteEditor({ editable, lines, onLines }: EditorProps) {
  const { routeTables, targets, subnets } = editable;
  const [tableId, setTableId] = useState(routeTables[0]?.id ?? '');
  const [destination, setDestination] = useState('');
  const [targetId, setTargetId] = useState(targets[0]?.id ?? '');
  const [subnetId, setSubnetId] = useState(subnets[0]?.id ?? '');
  const [problem, setProblem] = useState<string>();
  const table = routeTables.find(({ id }) => id === tableId);
  const subnet = subnets.find(({ id }) => id === subnetId) ?? {
    ...NOTHING,
    routeTableAssociationId: undefined,
  };
  const followers = subnets.filter(({ routeTableId }) => routeTableId === tableId).map(({ name }) => name);
  const addRoute = (): void => {
    const block = destination.trim();
    if (block === '') {
      setProblem('A route needs a destination, such as 10.0.0.0/16.');
      return;
    }
    setProblem(undefined);
    const isReplaced = table?.rows.some(({ cells }) => cells[0] === block) ?? false;
    onLines([routeLine({ routeTableId: tableId, destination: block, targetId, isReplaced })]);
  };
  return (
    <>
      <div className="px-3.5 py-2">
        <ChoiceField label="Route table" value={tableId} onChange={setTableId} options={routeTables} />
        <p className="mt-1 text-ink-3 text-xs">
          {followers.length > 0 ? `followed by ${followers.join(', ')}` : 'followed by no subnet'}
        </p>
      </div>
      {table && <EditableTable list={table} lines={lines} onRemove={(line) => onLines([line])} />}
      <LineForm title="Add or replace a route" action="Write the route" problem={problem} onSubmit={addRoute}>
        <TextField label="Destination" value={destination} onChange={setDestination} hint="10.0.0.0/16" />
        <ChoiceField label="Target" value={targetId} onChange={setTargetId} options={targets} />
      </LineForm>
      <LineForm
        title="Let a subnet follow this table"
        action="Associate"
        problem={undefined}
        onSubmit={() =>
          onLines([routeTableAssociationLine(subnet.id, tableId, subnet.routeTableAssociationId)])
        }
      >
        <ChoiceField label="Subnet" value={subnetId} onChange={setSubnetId} options={subnets} />
      </LineForm>
    </>
  );
}
