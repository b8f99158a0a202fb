import { z } from 'zod';
import { day } from '../ids.ts';

export const publicityQuery = z.object({
  place: z
    .string()
    .regex(/^\d{6}(\d{3}(\d{3})?)?0*$/, '请选择县、镇或村')
    .describe('county, town or village: division code or its leading digits'),
});
/** 公示: problems handed down by inspectors that were put right and are about to be closed, or were of late. */
export const publicityNotice = z.object({
  title: z.string().describe('written for the public; never the title of the problem'),
  kind: z.string(),
  placeName: z.string(),
  inspection: z.string().describe('level and document number'),
  text: z.string().nullable().describe('what the inspectors publish'),
  from: day,
  until: day,
  over: z.boolean().describe('the notice has run its time'),
  closed: z.boolean(),
});
