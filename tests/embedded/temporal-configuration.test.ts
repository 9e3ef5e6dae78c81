import { expect, test } from 'vitest';
import { dynamicConfiguration } from '../../embedded/temporal-configuration.ts';

test('the ports over which the services find each other demand our certificate as well', () => {
  expect(dynamicConfiguration()).toMatchObject({ 'system.enableRingpopTLS': [{ value: true }] });
});
