/** Calls about VPC Block Public Access. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcBlockPublicAccessOptions.html */
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, refuse } from './outcome';
import { addRow, removeRow, replaceRow, rowsOf, withRows } from './rows';

type Mode = 'allow-bidirectional' | 'allow-egress';

export type BlockPublicAccessAction =
  | (Call & {
      readonly Action: 'ModifyVpcBlockPublicAccessOptions';
      readonly InternetGatewayBlockMode: 'off' | 'block-bidirectional' | 'block-ingress';
    })
  | (Call & {
      readonly Action: 'CreateVpcBlockPublicAccessExclusion';
      readonly InternetGatewayExclusionMode: Mode;
      readonly VpcId?: IdParameter | undefined;
      readonly SubnetId?: IdParameter | undefined;
    })
  | (Call & {
      readonly Action: 'ModifyVpcBlockPublicAccessExclusion';
      readonly ExclusionId: IdParameter;
      readonly InternetGatewayExclusionMode: Mode;
    })
  | (Call & { readonly Action: 'DeleteVpcBlockPublicAccessExclusion'; readonly ExclusionId: IdParameter });

export const blockPublicAccessActions: Handlers<BlockPublicAccessAction> = {
  ModifyVpcBlockPublicAccessOptions(snapshot, { InternetGatewayBlockMode }) {
    const [options] = rowsOf(snapshot, 'VpcBlockPublicAccessOptions');
    const row = {
      ...(options ?? {
        AwsAccountId: snapshot.OwnerId ?? '',
        AwsRegion: snapshot.Region ?? '',
        ManagedBy: 'account',
        ExclusionsAllowed: 'allowed',
      }),
      State: 'update-complete',
      InternetGatewayBlockMode,
    };
    return { snapshot: withRows(snapshot, 'VpcBlockPublicAccessOptions', [row]) };
  },
  CreateVpcBlockPublicAccessExclusion(snapshot, { VpcId, SubnetId, InternetGatewayExclusionMode }, ids) {
    const [options] = rowsOf(snapshot, 'VpcBlockPublicAccessOptions');
    if (options?.ExclusionsAllowed === 'not-allowed')
      return refuse('OperationNotPermitted', 'The organization does not allow exclusions');
    if (VpcId !== undefined && SubnetId !== undefined)
      return refuse('InvalidParameterCombination', 'Specify either a VPC ID or a subnet ID');
    const id = VpcId ?? SubnetId;
    if (id === undefined)
      return refuse('MissingParameter', 'The request must contain the parameter vpcId or subnetId');
    const kind = VpcId === undefined ? 'Subnets' : 'Vpcs';
    if (!find(snapshot, kind, id)) return missing(kind, id);
    const resource = `${kind === 'Vpcs' ? 'vpc' : 'subnet'}/${id}`;
    const exclusions = rowsOf(snapshot, 'VpcBlockPublicAccessExclusions');
    if (exclusions.some(({ ResourceArn }) => ResourceArn.endsWith(`:${resource}`)))
      return refuse('InvalidParameterValue', `An exclusion for ${id} already exists`);
    const ExclusionId = ids('vpcbpa-exclude');
    const row = {
      ExclusionId,
      InternetGatewayExclusionMode,
      ResourceArn: `arn:aws:ec2:${snapshot.Region ?? ''}:${snapshot.OwnerId ?? ''}:${resource}`,
      State: 'create-complete',
    };
    return { snapshot: addRow(snapshot, 'VpcBlockPublicAccessExclusions', row), id: ExclusionId };
  },
  ModifyVpcBlockPublicAccessExclusion(snapshot, { ExclusionId, InternetGatewayExclusionMode }) {
    const row = find(snapshot, 'VpcBlockPublicAccessExclusions', ExclusionId);
    if (!row) return missing('VpcBlockPublicAccessExclusions', ExclusionId);
    const changed = { ...row, InternetGatewayExclusionMode, State: 'update-complete' };
    return { snapshot: replaceRow(snapshot, 'VpcBlockPublicAccessExclusions', row, changed) };
  },
  DeleteVpcBlockPublicAccessExclusion(snapshot, { ExclusionId }) {
    const row = find(snapshot, 'VpcBlockPublicAccessExclusions', ExclusionId);
    if (!row) return missing('VpcBlockPublicAccessExclusions', ExclusionId);
    return { snapshot: removeRow(snapshot, 'VpcBlockPublicAccessExclusions', row) };
  },
};
