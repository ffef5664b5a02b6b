import { z } from 'zod'

const text = z.string().max(2000)
const length = z.number().nonnegative()

/** The parts of a Gerber job file, each read on its own so that one bad part does not cost the others. */
export const jobParts = {
  header: z.looseObject({
    GenerationSoftware: z.looseObject({ Vendor: text.optional(), Application: text.optional(), Version: text.optional() }).optional(),
    CreationDate: text.optional(),
  }),
  project: z.looseObject({ Name: text.optional(), GUID: text.optional(), Revision: text.optional() }),
  size: z.looseObject({ X: length, Y: length }),
  layerCount: z.int().positive().max(1000),
  length,
  text,
  file: z.looseObject({ Path: text.min(1), FileFunction: text.optional(), FilePolarity: text.optional() }),
  layer: z.looseObject({
    Type: text,
    Name: text.optional(),
    Thickness: length.optional(),
    Material: text.optional(),
    Color: text.optional(),
    Notes: text.optional(),
  }),
  rule: z.looseObject({
    Layers: text,
    PadToPad: length.optional(),
    PadToTrack: length.optional(),
    TrackToTrack: length.optional(),
    MinLineWidth: length.optional(),
    TrackToRegion: length.optional(),
    RegionToRegion: length.optional(),
  }),
}
