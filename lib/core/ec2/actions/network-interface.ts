/** Calls about network interfaces. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html */
import { type Handlers, type IdParameter, refuse } from './outcome';
import { replaceRow, rowsOf } from './rows';

export interface NetworkInterfaceAction {
  readonly Service: 'ec2';
  readonly Action: 'ModifyNetworkInterfaceAttribute';
  readonly As?: string | undefined;
  readonly NetworkInterfaceId: IdParameter;
  readonly Groups?: readonly IdParameter[] | undefined;
  readonly SourceDestCheck?: { readonly Value: boolean } | undefined;
}

export const networkInterfaceActions: Handlers<NetworkInterfaceAction> = {
  ModifyNetworkInterfaceAttribute(snapshot, { NetworkInterfaceId, Groups, SourceDestCheck }) {
    const row = rowsOf(snapshot, 'NetworkInterfaces').find(
      (other) => other.NetworkInterfaceId === NetworkInterfaceId,
    );
    if (!row)
      return refuse(
        'InvalidNetworkInterfaceID.NotFound',
        `The networkInterface ID '${NetworkInterfaceId}' does not exist`,
      );
    if ((Groups === undefined) === (SourceDestCheck === undefined)) {
      return refuse('InvalidParameterCombination', 'Exactly one attribute can be modified in a call');
    }
    if (SourceDestCheck) {
      return {
        snapshot: replaceRow(snapshot, 'NetworkInterfaces', row, {
          ...row,
          SourceDestCheck: SourceDestCheck.Value,
        }),
      };
    }
    const subnet = rowsOf(snapshot, 'Subnets').find(({ SubnetId }) => SubnetId === row.SubnetId);
    const unknown = (Groups ?? []).find(
      (id) =>
        !rowsOf(snapshot, 'SecurityGroups').some(
          ({ GroupId, VpcId }) => GroupId === id && VpcId === subnet?.VpcId,
        ),
    );
    if (unknown !== undefined)
      return refuse('InvalidGroup.NotFound', `The security group '${unknown}' does not exist`);
    if (!Groups?.length)
      return refuse('MissingParameter', 'The request must contain at least one security group');
    return {
      snapshot: replaceRow(snapshot, 'NetworkInterfaces', row, {
        ...row,
        Groups: Groups.map((GroupId) => ({ GroupId })),
      }),
    };
  },
};
