/**
 * When a service is open. The core never reads a calendar: the edge computes from these settings
 * and tells `ServiceOpened` and `ServiceClosed` (design.md, "The core").
 */
import { z } from 'zod';
import { title } from './fields.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, '24-hour time, like 08:30');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, like 2026-12-24');

const period = z.strictObject({
  from: timeOfDay.describe('When the period begins'),
  to: timeOfDay.describe('When it ends; 24:00 for midnight'),
});
const periods = z.array(period).max(10);

export const hoursSchema = z.strictObject({
  timeZone: z.string().min(1).max(60).describe('IANA name, such as Europe/Zurich'),
  week: z
    .strictObject({
      monday: periods.default([]),
      tuesday: periods.default([]),
      wednesday: periods.default([]),
      thursday: periods.default([]),
      friday: periods.default([]),
      saturday: periods.default([]),
      sunday: periods.default([]),
    })
    .describe('Opening periods of each day; a day without any is closed'),
  holidays: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a country or region, like CH or CH-ZH')
    .nullable()
    .default(null)
    .describe(
      'Public holidays of this country or region are closed days: CH, and the cantons CH-ZH, ' +
        'CH-BE, CH-LU, CH-BS, CH-BL, CH-AG, CH-SG, CH-TG, CH-SH, CH-ZG, CH-TI, CH-GE and CH-VD; ' +
        'LI; DE, and DE-BW, DE-BY, DE-BE, DE-BB, DE-HB, DE-HH, DE-HE, DE-MV, DE-NI, DE-NW, ' +
        'DE-RP, DE-SL, DE-SN, DE-ST, DE-SH and DE-TH; AT, FR, IT, NL, BE; GB, and GB-ENG, ' +
        'GB-WLS, GB-NIR and GB-SCT; US. Days of other places are exceptions',
    ),
  exceptions: z
    .array(
      z.strictObject({
        day: day.describe('The day'),
        name: title.optional().describe('What it is called'),
        periods: periods.default([]).describe('Its opening periods; none: closed'),
      }),
    )
    .max(1_000)
    .default([])
    .describe('Days with hours of their own; they win over the week and over holidays'),
});

export type HoursSettings = z.output<typeof hoursSchema>;
