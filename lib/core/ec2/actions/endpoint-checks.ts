/** What the parameters of a VPC endpoint must be for its type. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html */
import { type Refusal, refuse } from './outcome';

export type EndpointType = 'Gateway' | 'Interface' | 'GatewayLoadBalancer';

/** https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html: only these two have a gateway. */
const GATEWAY_SERVICE = /^com\.amazonaws\.[a-z0-9-]+\.(?:s3|dynamodb)$/;
const ENDPOINT_SERVICE = /^com\.amazonaws\.vpce\.[a-z0-9-]+\.vpce-svc-[0-9a-zA-Z]+$/;
const SERVICE = /^(?:com|cn\.com|aws)\.(?:amazonaws|sagemaker|api)\.[a-z0-9.-]+$/;

export function checkService(name: string, type: EndpointType): Refusal | undefined {
  const isKnown =
    type === 'Gateway'
      ? GATEWAY_SERVICE.test(name)
      : type === 'GatewayLoadBalancer'
        ? ENDPOINT_SERVICE.test(name)
        : SERVICE.test(name) || ENDPOINT_SERVICE.test(name);
  if (isKnown) return undefined;
  return refuse('InvalidServiceName', `The Vpc Endpoint Service '${name}' does not exist`);
}

export function checkParameters(
  type: EndpointType,
  routeTableIds: readonly string[] | undefined,
  subnetIds: readonly string[] | undefined,
  groupIds: readonly string[] | undefined,
): Refusal | undefined {
  const notFor = (parameter: string): Refusal =>
    refuse('InvalidParameter', `${parameter} cannot be specified for an endpoint of type ${type}`);
  if (type !== 'Gateway' && routeTableIds?.length) return notFor('Route table IDs');
  if (type === 'Gateway' && subnetIds?.length) return notFor('Subnet IDs');
  if (type !== 'Interface' && groupIds?.length) return notFor('Security group IDs');
  if (type === 'GatewayLoadBalancer' && (subnetIds?.length ?? 0) > 1)
    return refuse('InvalidParameter', 'A Gateway Load Balancer endpoint has exactly one subnet');
  return undefined;
}

export function checkPolicy(text: string | undefined): Refusal | undefined {
  if (text === undefined) return undefined;
  try {
    const policy: unknown = JSON.parse(text);
    if (typeof policy === 'object' && policy !== null && 'Statement' in policy) return undefined;
  } catch {
    // Said below.
  }
  return refuse(
    'InvalidPolicyDocument',
    'The specified policy document is not a valid JSON policy document.',
  );
}
