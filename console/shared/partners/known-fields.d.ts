/** The fields of types that partners add to, as the committed schema has them; set by the build. */
declare const KNOWN_FIELDS: Readonly<Record<'Practice' | 'Region', readonly string[]>>
