/** Security groups, network ACLs, prefix lists and Block Public Access: what calls make of them. */
import { describe, expect, it } from 'vitest';
import { type Call, done, everything, made, OFFICE, plain, refusal } from '../../support/calls';

const PERMISSION = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.9/24' }] };
const ENTRY = { NetworkAclId: 'acl-s', RuleNumber: 50, Egress: false };
const TCP22 = {
  Protocol: '6',
  RuleAction: 'allow' as const,
  CidrBlock: '10.0.0.9/8',
  PortRange: { From: 22, To: 22 },
};

describe('security groups', () => {
  it('take rules one by one, and give them back', () => {
    const rule = { GroupId: 'sg-c', IpPermissions: [PERMISSION] };
    const more = done(plain(), { Action: 'AuthorizeSecurityGroupIngress', ...rule });
    expect(more.SecurityGroups?.[0]?.IpPermissions).toEqual([
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.0/24' }] },
    ]);
    expect(done(more, { Action: 'RevokeSecurityGroupIngress', ...rule })).toEqual(plain());
    const out = done(plain(), { Action: 'AuthorizeSecurityGroupEgress', ...rule });
    expect(out.SecurityGroups?.[0]?.IpPermissionsEgress).toHaveLength(2);
    expect(
      done(out, { Action: 'RevokeSecurityGroupEgress', ...rule }).SecurityGroups?.[0]?.IpPermissionsEgress,
    ).toHaveLength(1);
  });

  it('may name a prefix list, which then cannot be deleted', () => {
    const rule = {
      GroupId: 'sg-c',
      IpPermissions: [
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, PrefixListIds: [{ PrefixListId: OFFICE }] },
      ],
    };
    const allowed = done(everything(), { Action: 'AuthorizeSecurityGroupIngress', ...rule });
    expect(allowed.SecurityGroups?.[0]?.IpPermissions).toEqual(rule.IpPermissions);
    const remove: Call = { Action: 'DeleteManagedPrefixList', PrefixListId: OFFICE };
    expect(refusal(allowed, remove)).toBe('DependencyViolation');
    expect(
      done(allowed, { Action: 'RevokeSecurityGroupIngress', ...rule }, remove).ManagedPrefixLists,
    ).toEqual([]);
  });

  it('may name what the same list of calls makes, and groups of accounts that the document does not show', () => {
    const GroupId = 'sg-s';
    const web = done(
      plain(),
      { Action: 'CreateSecurityGroup', GroupName: 'web', Description: '', VpcId: 'vpc-1', As: 'web' },
      {
        Action: 'AuthorizeSecurityGroupIngress',
        GroupId,
        IpPermissions: [
          { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, UserIdGroupPairs: [{ GroupId: { Ref: 'web' } }] },
        ],
      },
    );
    expect(web.SecurityGroups?.[1]?.IpPermissions?.at(-1)?.UserIdGroupPairs).toEqual([
      { GroupId: made('sg') },
    ]);
    const theirs = { GroupId: 'sg-far', UserId: '444455556666' };
    const rule = (pair: { readonly GroupId: string }): Call => ({
      Action: 'AuthorizeSecurityGroupIngress',
      GroupId,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, UserIdGroupPairs: [pair] }],
    });
    expect(refusal(plain(), rule(theirs))).toBe('nothing refused');
    expect(refusal(plain(), rule({ GroupId: 'sg-far' }))).toBe('InvalidGroup.NotFound');
  });

  it('let everything out and nothing in when new, and are deleted when nobody has them', () => {
    const create: Call = { Action: 'CreateSecurityGroup', GroupName: 'new', Description: '', VpcId: 'vpc-1' };
    const created = done(plain(), create);
    expect(created.SecurityGroups?.at(-1)).toMatchObject({
      GroupId: made('sg'),
      IpPermissions: [],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    });
    expect(done(created, { Action: 'DeleteSecurityGroup', GroupId: made('sg') })).toEqual(plain());
  });
});

describe('network ACLs', () => {
  it('deny everything when new; entries come, change and go', () => {
    const created = done(plain(), { Action: 'CreateNetworkAcl', VpcId: 'vpc-1' });
    expect(created.NetworkAcls?.at(-1)?.Entries).toHaveLength(2);
    const entry = done(plain(), { Action: 'CreateNetworkAclEntry', ...ENTRY, ...TCP22 });
    expect(entry.NetworkAcls?.[1]?.Entries?.at(-1)).toMatchObject({
      RuleNumber: 50,
      CidrBlock: '10.0.0.0/8',
    });
    const changed = done(entry, { Action: 'ReplaceNetworkAclEntry', ...ENTRY, ...TCP22, RuleAction: 'deny' });
    expect(changed.NetworkAcls?.[1]?.Entries?.at(-1)).toMatchObject({ RuleAction: 'deny' });
    expect(done(changed, { Action: 'DeleteNetworkAclEntry', ...ENTRY })).toEqual(plain());
  });

  it('are swapped under a subnet', () => {
    const moved = done(
      plain(),
      { Action: 'CreateNetworkAcl', VpcId: 'vpc-1', As: 'acl' },
      {
        Action: 'ReplaceNetworkAclAssociation',
        AssociationId: 'aclassoc-s',
        NetworkAclId: { Ref: 'acl' },
      },
    );
    expect(moved.NetworkAcls?.at(-1)?.Associations).toMatchObject([{ SubnetId: 'subnet-s' }]);
    expect(done(moved, { Action: 'DeleteNetworkAcl', NetworkAclId: 'acl-s' }).NetworkAcls).toHaveLength(3);
  });
});

describe('prefix lists', () => {
  const list = (...calls: readonly Call[]) => done(everything(), ...calls).ManagedPrefixLists?.[0];

  it('are made with their first version', () => {
    expect(list()).toMatchObject({
      PrefixListId: OFFICE,
      State: 'create-complete',
      Version: 1,
      MaxEntries: 5,
      Entries: [{ Cidr: '203.0.113.0/24' }],
    });
  });

  it('count versions with their entries, not with their size or name', () => {
    const renamed = {
      Action: 'ModifyManagedPrefixList',
      PrefixListId: OFFICE,
      PrefixListName: 'new',
    } as const;
    expect(list(renamed)).toMatchObject({ PrefixListName: 'new', Version: 1 });
    expect(list({ ...renamed, PrefixListName: undefined, MaxEntries: 9 })).toMatchObject({
      MaxEntries: 9,
      Version: 1,
    });
    expect(
      list({
        Action: 'ModifyManagedPrefixList',
        PrefixListId: OFFICE,
        CurrentVersion: 1,
        AddEntries: [{ Cidr: '192.0.2.9/24', Description: 'lab' }],
        RemoveEntries: [{ Cidr: '203.0.113.0/24' }],
      }),
    ).toMatchObject({ Version: 2, Entries: [{ Cidr: '192.0.2.0/24', Description: 'lab' }] });
  });

  it('do not grow over their size, nor shrink under their entries', () => {
    const add = (n: number): Call => ({
      Action: 'ModifyManagedPrefixList',
      PrefixListId: OFFICE,
      AddEntries: Array.from({ length: n }, (_, i) => ({ Cidr: `10.${i}.0.0/16` })),
    });
    expect(list(add(4))?.Entries).toHaveLength(5);
    expect(refusal(everything(), add(5))).toBe('InvalidParameterValue');
    expect(
      refusal(everything(), add(4), {
        Action: 'ModifyManagedPrefixList',
        PrefixListId: OFFICE,
        MaxEntries: 4,
      }),
    ).toBe('InvalidParameterValue');
  });

  it.each<[string, Call]>([
    [
      'a route',
      { Action: 'CreateRoute', RouteTableId: 'rtb-c', DestinationPrefixListId: OFFICE, GatewayId: 'igw-1' },
    ],
  ])('stay while %s names them', (_name, user) => {
    const remove: Call = { Action: 'DeleteManagedPrefixList', PrefixListId: OFFICE };
    expect(refusal(everything(), user, remove)).toBe('DependencyViolation');
    expect(list(remove)).toBeUndefined();
  });

  it('of AWS are nobody else’s', () => {
    const { ManagedPrefixLists = [], ...rest } = everything();
    const aws = {
      ...rest,
      ManagedPrefixLists: ManagedPrefixLists.map((row) => ({ ...row, OwnerId: 'AWS' })),
    };
    expect(refusal(aws, { Action: 'DeleteManagedPrefixList', PrefixListId: OFFICE })).toBe(
      'OperationNotPermitted',
    );
    expect(refusal(aws, { Action: 'ModifyManagedPrefixList', PrefixListId: OFFICE, MaxEntries: 9 })).toBe(
      'OperationNotPermitted',
    );
  });
});

describe('Block Public Access', () => {
  it('is one switch of the account in its Region', () => {
    const block: Call = {
      Action: 'ModifyVpcBlockPublicAccessOptions',
      InternetGatewayBlockMode: 'block-bidirectional',
    };
    expect(done(plain(), block).VpcBlockPublicAccessOptions).toMatchObject([
      {
        AwsRegion: 'eu-central-1',
        InternetGatewayBlockMode: 'block-bidirectional',
        State: 'update-complete',
      },
    ]);
    const off = done(plain(), block, { ...block, InternetGatewayBlockMode: 'off' });
    expect(off.VpcBlockPublicAccessOptions).toMatchObject([{ InternetGatewayBlockMode: 'off' }]);
  });

  it('has exclusions for VPCs and subnets', () => {
    const create: Call = {
      Action: 'CreateVpcBlockPublicAccessExclusion',
      VpcId: 'vpc-1',
      InternetGatewayExclusionMode: 'allow-bidirectional',
    };
    const one = done(plain(), create);
    expect(one.VpcBlockPublicAccessExclusions).toEqual([
      {
        ExclusionId: made('vpcbpa-exclude'),
        InternetGatewayExclusionMode: 'allow-bidirectional',
        ResourceArn: 'arn:aws:ec2:eu-central-1:111122223333:vpc/vpc-1',
        State: 'create-complete',
      },
    ]);
    const ExclusionId = made('vpcbpa-exclude');
    const changed = done(one, {
      Action: 'ModifyVpcBlockPublicAccessExclusion',
      ExclusionId,
      InternetGatewayExclusionMode: 'allow-egress',
    });
    expect(changed.VpcBlockPublicAccessExclusions).toMatchObject([
      { InternetGatewayExclusionMode: 'allow-egress', State: 'update-complete' },
    ]);
    expect(
      done(changed, { Action: 'DeleteVpcBlockPublicAccessExclusion', ExclusionId })
        .VpcBlockPublicAccessExclusions,
    ).toEqual([]);
  });

  it('has none where the organization forbids them', () => {
    const strict = {
      ...plain(),
      VpcBlockPublicAccessOptions: [
        { InternetGatewayBlockMode: 'block-ingress' as const, ExclusionsAllowed: 'not-allowed' },
      ],
    };
    expect(
      refusal(strict, {
        Action: 'CreateVpcBlockPublicAccessExclusion',
        VpcId: 'vpc-1',
        InternetGatewayExclusionMode: 'allow-egress',
      }),
    ).toBe('OperationNotPermitted');
  });
});
