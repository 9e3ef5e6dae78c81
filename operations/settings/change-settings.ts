import { z } from 'zod';
import { InvalidInput } from '../../domain/errors.ts';
import { parseSetting, type Policy } from '../../domain/policy.ts';
import { settingsView, showSettings } from './show-settings.ts';
import { defineOperation } from '../operation.ts';

export const changeSettings = defineOperation({
  name: 'changeSettings',
  summary: 'Changes settings, all of them or none; they bind contacts that are added later',
  input: z.object({ settings: z.record(z.string(), z.string()) }),
  output: settingsView,
  async run(context, { settings }) {
    const pairs = Object.entries(settings);
    if (pairs.length === 0)
      throw new InvalidInput('Name at least one setting as KEY=VALUE.', 'settings');
    const change = pairs.reduce<Partial<Policy>>(
      (all, [key, value]) => ({ ...all, ...parseSetting(key, value) }),
      {},
    );
    await context.db.$executeRaw`
      update user_account set settings = settings || ${JSON.stringify(change)}::jsonb
      where id = ${context.userId}::uuid`;
    return showSettings.run(context, {});
  },
});
