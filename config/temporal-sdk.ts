import { createRequire } from 'node:module';
import type * as Sdk from '@temporalio/client';

/**
 * The client, required and not imported: for an import Node first looks through all of it for the names of its exports,
 * its megabyte of protocol included, and that is a tenth of a second of every start.
 */
export const {
  Client,
  Connection,
  isGrpcServiceError,
  ScheduleAlreadyRunning,
  WorkflowNotFoundError,
} = createRequire(import.meta.url)('@temporalio/client') as typeof Sdk;

export type Client = Sdk.Client;
