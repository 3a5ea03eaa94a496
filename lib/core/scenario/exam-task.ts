/** Tasks of AWS's certification exams that a fault is practice for. https://docs.aws.amazon.com/aws-certification/ */

/** Setting up a VPC, finding what is wrong with it, reading its logs, hybrid and private links (CloudOps engineer). */
export const VPC_SETUP = 'SOA-C03 5.1.1';
export const VPC_FAULTS = 'SOA-C03 5.3.1';
export const NETWORK_LOGS = 'SOA-C03 5.3.2';
export const HYBRID_AND_PRIVATE_LINKS = 'SOA-C03 5.3.4';
/** Logging and monitoring, and analysing traffic to troubleshoot (advanced networking). */
export const MONITORING = 'ANS-C01 1.4';
export const TROUBLESHOOTING = 'ANS-C01 3.2';
/** Detection, and security of the infrastructure. */
export const DETECTION = 'SCS-C03 1';
export const INFRASTRUCTURE_SECURITY = 'SCS-C03 3';
