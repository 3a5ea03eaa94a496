'use client';
/** Public addresses and the gateway that makes them reachable. */
import { useState } from 'react';
import { ChoiceField, LineForm } from './fields';
import { addressLine, attachGatewayLine, newAddressLines } from './lines';
import type { EditorProps } from './route-editor';

const NEW = { id: 'new', name: 'a new one' };

export function AddressEditor({ editable, onLines }: EditorProps) {
  const { addresses, interfaces, targets, vpcs } = editable;
  const gateways = targets.filter(({ id }) => id.startsWith('igw-'));
  const [addressId, setAddressId] = useState(NEW.id);
  const [interfaceId, setInterfaceId] = useState(interfaces[0]?.id ?? '');
  const [gatewayId, setGatewayId] = useState(gateways[0]?.id ?? '');
  const [vpcId, setVpcId] = useState(vpcs[0]?.id ?? '');
  return (
    <>
      <p className="px-3.5 py-2 text-ink-2 text-[13px]">
        {addresses.length === 0
          ? 'No Elastic IP address is allocated.'
          : `Elastic IP addresses: ${addresses.map(({ name, associationId }) => `${name}, ${associationId === undefined ? 'free' : 'in use'}`).join('; ')}.`}
      </p>
      <LineForm
        title="Give an interface a public address"
        action="Write the calls"
        problem={undefined}
        onSubmit={() =>
          onLines(addressId === NEW.id ? newAddressLines(interfaceId) : [addressLine(addressId, interfaceId)])
        }
      >
        <ChoiceField
          label="Address"
          value={addressId}
          onChange={setAddressId}
          options={[NEW, ...addresses]}
        />
        <ChoiceField label="Interface" value={interfaceId} onChange={setInterfaceId} options={interfaces} />
      </LineForm>
      {gateways.length > 0 && (
        <LineForm
          title="Attach an internet gateway"
          action="Write the call"
          problem={undefined}
          onSubmit={() => onLines([attachGatewayLine(gatewayId, vpcId)])}
        >
          <ChoiceField
            label="Internet gateway"
            value={gatewayId}
            onChange={setGatewayId}
            options={gateways}
          />
          <ChoiceField label="VPC" value={vpcId} onChange={setVpcId} options={vpcs} />
        </LineForm>
      )}
    </>
  );
}
