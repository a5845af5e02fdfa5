/** Everything authors wrote, read and checked, by kind and id; references between files are still ids. */
import type { BodyModel, Look, MuscleModel } from '../model/body.ts'
import type {
  Brand,
  DocumentDescription,
  LocaleStrings,
  Safety,
  Source,
  Topic,
} from '../model/document.ts'
import type { Exercise } from '../model/exercise.ts'
import type { RoutineDescription } from './schemas/routine.ts'
import type { YamlFile } from './yaml.ts'

/** Something an author described, with the file that says so. */
export interface Authored<T> {
  readonly id: string
  readonly value: T
  readonly file: YamlFile
}

/** What the files of one kind hold, by id; `broken` are the ids of files with errors. */
export interface Shelf<T> {
  readonly entries: ReadonlyMap<string, Authored<T>>
  readonly broken: ReadonlySet<string>
}

/** What a folder of content holds. Files with errors are not in it, and their errors are reported. */
export interface Pack {
  readonly exercises: Shelf<Exercise>
  readonly routines: Shelf<RoutineDescription>
  readonly documents: Shelf<DocumentDescription>
  readonly topics: Shelf<Topic>
  readonly brands: Shelf<Brand>
  /** By locale. */
  readonly strings: Shelf<LocaleStrings>
  /** Builds, looks and muscles of the people in the figures, from assets/body. Looks and muscles by name, in the order of their file. */
  readonly bodies: Shelf<BodyModel>
  readonly looks: Authored<ReadonlyMap<string, Look>> | undefined
  readonly muscles: Authored<ReadonlyMap<string, MuscleModel>> | undefined
  readonly safety: Authored<Safety> | undefined
  /** By id, sorted by id; undefined when there is no content/sources.yaml, or it has errors. */
  readonly sources: Authored<ReadonlyMap<string, Source>> | undefined
  /** There is a content/sources.yaml, and it has errors. */
  readonly areSourcesBroken: boolean
}

/** The language that content files are written in; the others are translations. */
export const SOURCE_LOCALE = 'en'

