// 1. To declare a noun: what it is, how it is taken in, moved on and read, and what its rules look at
export { defineNoun } from './noun';
export { WHILE_PENALISED, WHILE_REACHED, WHILE_SUED, defineRetention } from './retention';
export { termOf } from './notes';
export { Fact, Id, Kept, Key, Noun, Sealed, Served, Synthetic, Table } from './fact';
export { RefersTo, maybe, stub } from './reference';
export { DuplicateOf, refuseDuplicate } from './duplicates';
export { ABOUT, About, AboutOn, aboutCodes } from './about';
export { aboutMatter, ofCategory, ofField, ofIndustry, ofKind, ofRoles, taggedWith } from './aspects';
export {
  asId,
  asText,
  code,
  codeColumn,
  coded,
  count,
  date,
  flag,
  id,
  identifier,
  listOf,
  moment,
  oneOf,
  prose,
  proseOnTips,
  ratio,
  sealed,
  shaped,
  text,
  whole,
  yuan,
  type Kind,
} from './kinds';
export {
  departmentCode,
  documentNumber,
  industry,
  industryPrefix,
  issueNumber,
  nameContains,
  paperNumber,
  printedCode,
  recordReference,
  regionCode,
  statedRegion,
  undashedCode,
  uscc,
} from './identifier-kinds';
export { normalCode, normalNumber, paperForm, searchKey } from './spelling';
export { Argument } from './argument';
export { declareReferenceList, referenceLists, type ReferenceList } from './reference-list';
export { allDivisions, type Division } from './divisions';
export { industryRange, isIndustry } from './industries';
export { arrayOf, objectOf, orNull, variantOf, wordOf, type ReadBy } from './official-file';
export { asked, inputType, readRecord } from './record';
export { asking, inputOf } from './input';
export { Submitted, isSynthetic, type SubmittedRow } from './submission';
export { Figure, MissingReason, figuresOf, type Found } from './figures';
export { FACTS_AT_A_TIME, allFacts } from './all-facts';
export { allFigures } from './all-figures';
export { releasable } from './answer-release';
export { matterList } from './matter-list';
export { MatterCodes, TaggedAt, TaggedBy } from './matter-tag';
export { submissionOf } from './submission-of';
export { Decided } from './decided';
export { DecidedOnSubject } from './jurisdiction';
export { checkHolder, holdSource, holdersOf, sourceName } from './source';
export { fields, unsealed, workedOut, type WorkedOut } from './field';
export { ruleBehind, rulesBeside } from './rules-beside';
export { byKey, connectionFor, findBy, loaderBy, manyBy } from './finding';
export { defineLoader, keptTable, once } from './loader';
export { among, anyReported, cellsAhead, countAhead, countedAhead } from './count-ahead';
export { industriesAbove, keysFrom, mattersOf, placesBelow } from './count-ahead';
export {
  PageArgs,
  connectionOf,
  opened,
  derivedPage,
  page,
  whether,
  within,
  type DerivedList,
  type List,
} from './page';
export { cursorOf, positionOf } from './cursor';
export { pagesOf, type Only } from './pages-of';
export { keyAlone } from './key-alone';
export { defineVerb, procedure, type Acting, type ProcedureStep, type Taken } from './verb';
export { changeRow, insertRows, lockRow, takeStep } from './step';
export { DepartmentKind, EnterpriseRole, HazardDomain, valuesOf, vocabulary, wordsOf } from './vocabulary';
export { DateOnly, DateTime, RegionCode, Uscc, isDate } from './scalars';
export { hasUsccChecks, hasUsccShape, isIdNumber } from './identifiers';
export { IdNumberNotAllowed, checkSourceId, idNumber, masked, personIdOf, personal } from './person';
export {
  NATIONWIDE,
  digitsBelow,
  divisionCode,
  divisionOf,
  isWithin,
  levelsOf,
  regionPrefix,
  regionRange,
} from './region-code';
export { readDepartmentCode } from './department-code';
export { checkDay } from './day';
export { addDays, addMonths, addYears, daysBetween } from './calendar';
export { addWorkingDays, toWorkingDay, workingDayBefore, type Deadline } from './calendar';
export { Bounded } from './cost';
export {
  articleOf,
  deadlineOf,
  defineRules,
  legalRules,
  ruleFor,
  ruleOn,
  termEnd,
  versionOf,
  type LegalDeadline,
  type LegalRow,
  type LegalRule,
  type LegalUnit,
} from './rules';
export {
  AUDIT,
  actsBesideAudit,
  coversRegion,
  departmentOf,
  isAgency,
  isInsider,
  requireRegion,
  requireScope,
  subgraphCaller,
  type Caller,
} from './caller';
export { isOfTown, knowsOfTip, knowsOfTipIn, sourceShown, sourceShownIn, type TipWord } from './tip-source';
export { TIP_NUMBER_PATTERN, isTipNumber } from './tip-number';
export { dateInChina, type RequestContext } from './context';
export { CodeColumn, Database, Transaction, tableOf, type EntityClass } from './database';
export { again } from './again';
export type { Happened } from './following';
export { EntryRefused, audit } from './journal';
export { isBefore, isMomentOfEntry, recordsIn } from './journal-records';
export type { AskedOfRecords, FoundRecords, JournalRecord, RecordPlace } from './journal-records';
export { declareEvent, journalSubject } from './events';
export { on, type Done, type Keeping } from './reaction';
export { whenPast } from './turning';
export { ReferenceUnknown } from './reference-check';
export { factsOf, partOf, whereAnswered } from './peers';
export { pseudonym, seal, unseal, type DataKeys, type OpenedKeys, refuseErased } from './sealing';
export { Throttle } from './throttle';
export { RecordKey } from './unknown-references';
export { Shared } from './sharing';
export { CatalogueError, Unreachable, alike, asError, declareError, type ErrorDetails } from './errors';
export {
  AuditUnavailable,
  AuthenticationRequired,
  CursorBroken,
  DeciderMustDiffer,
  EnumValueUnknown,
  FieldInvalid,
  FieldMissing,
  NotFound,
  NumberInvalid,
  OutsideRegion,
  QuarterInvalid,
  RegionUnknown,
  SourceNotYours,
  StepNotAllowed,
  SubgraphUnavailable,
  TextTooShort,
  UsccInvalid,
} from './catalogue';
export { defineLine } from './feed/line';
export { feedOf, type Feed } from './feed/feed';
export { filesOf, publicKeys } from './feed/files';
export { CursorExpired, CursorInvalid } from './feed/publicity';
export { publicityOf } from './feed/publicity-resolvers';
export { changesAfter, feedNow, type Asked, type Expired, type Page } from './feed/changes';
export { isTooOld, openCursor } from './feed/cursor';
export { readChanges, readHead, turnTo, type StoredChange } from './feed/reading';
export { signersOf } from './feed/signing';
export { ChangeKind, RemovalReason, SignatureAlgorithm } from './feed/terms';
export { MOST_HASHES, MOST_LINES, bucketHashes, linesIn, statementOf } from './feed/tree';

// 2. To run a subgraph: its face, its surroundings, its server
export { mostPrepared } from './prepared';
export { applyEmpowerments, requireEmpowered } from './empowerment';
export { defineSubgraph, echo, type SubgraphDefinition } from './definition';
export { Subgraph, buildSubgraph, type SubgraphOptions } from './subgraph';
export { applyHolidays } from './holiday-notices';
export { CONNECTIONS, dataSourceOptions, snakeCase } from './database';
export { roleOf } from './session';
export { openContext, type SubgraphSettings } from './context';
export { DataKeyWrong, withKeys, type GivenSettings } from './data-keys';
export { keyRing, sealingKey } from './sealing';
export { reseal } from './resealing';
export { eraseAsAsked, eraseDue, holdByHand, standingOn } from './erasure';
export { replaceOfficial } from './official-table';
export { PUBLIC_CALLER, callOf, type Call } from './caller';
export { GATEWAY, pairsOf, publicKeyOf, settingOfPart, type Pair, type PairOf } from './pair';
export { ANSWER_HEADER, CALLER_HEADER, markOf, signCall, verifyCall } from './signature';
export {
  SettingsMissing,
  SettingsWrong,
  developmentKeys,
  readConfig,
  readSettings,
  type Config,
  type Environment,
  type Settings,
} from './config';
export { settingNames } from './setting-names';
export { settings } from './settings';
export { Admission, breathe } from './admission';
export { endingOf } from './ending';
export { createLog, logOfLibrary, type Log } from './log';
export {
  RESOURCE_HEADERS,
  addressOf,
  serveResource,
  signedOf,
  type Resource,
  type ResourceAnswer,
  type ResourceAsked,
  type ResourceChoice,
  type ResourceHeaders,
  type Streamed,
} from './resource';
export { localPeer, type Peer } from './peers';
export { standingOf, type ReactionState } from './reactor';
export { RemoteSubgraph, type RemoteAnswer } from './remote';
export { openDoor } from './door';
export { badRequest, refusalOf } from './refusal';
export { BadRequest } from './request-errors';
export { checkJson } from './request-head';
export { answerGraphQL } from './graphql-over-http';
export { serveSubgraph } from './serve';

// 3. For the gateway, the commands and the tests: what they need besides
export type { Reader } from './kinds';
export { readText } from './plain-text';
export { kindOf } from './notes';
export { kindsOfArguments } from './argument';
export { fieldsOf, inputNamed } from './record';
export { RejectedRecord, SubmissionReceipt, SubmittedInput, type Submission } from './submission';
export { SharingLevel, termsIn, valuesCalled, valuesNamed } from './vocabulary';
export { Yuan, isDateTime, isYuan, scalars } from './scalars';
export { isRegionCode } from './region-code';
export { divisionsToday } from './divisions';
export { undashed } from './spelling';
export type { DayRange } from './day';
export { composeUscc, idNumberCheck, organisationCheck, usccCheck } from './identifiers';
export { FIRST_PUBLISHED_YEAR, LAST_PUBLISHED_YEAR, isBeyondPublished, isWorkingDay } from './calendar';
export { legalRulesDigest, overrideRules, unverifiedRules, units } from './rules';
export type { Reaction } from './reaction';
export { declaredEvents, eventOf, type DeclaredEvent } from './events';
export { verifyAudit, type Verified } from './journal-verify';
export { headsInFile, type Place } from './journal-compare';
export { fileOfHeads } from './journal-anchors';
export { keepHead, keptHeads } from './journal-heads';
export { keepJournal } from './keep-journal';
export { isGuarded, readSharingRules, refusal, type SharingRules } from './sharing';
export { catalogue, catalogued, type ErrorEntry, type Words } from './errors';
export {
  AliasForbidden,
  CallerUnsigned,
  BadUserInput,
  DataIncomplete,
  PurposeInvalid,
  IntrospectionTooCostly,
  QueryTooComplex,
  QueryTooCostly,
  QueryTooDeep,
  QueryTooLarge,
  RateLimited,
  SubgraphFailed,
  TokenInvalid,
} from './catalogue';
export { toClientError } from './client-error';
export { SharingGuard, answerDenied, placeNull, type Guarded } from './guard';
export { beginImport } from './import-run';
export { arrivesDecided, withoutUndecided } from './decided';
export { LARGEST_BATCH, submit } from './submit';
export { factOf, isKnownBySource, isReferredTo, keyOf, linksOf, nameOf, onceOf, ownerOf } from './notes';
export { sealedProperties, type Link } from './notes';
export { learnAll } from './about';
export { MATTER_FIGURES } from './matter-figures';
export { lookAtAll } from './reference-look';
export { takeBack } from './take-back';
export type { CountAhead } from './count-ahead';
export { jsonSchemaOf, lines, type Line } from './feed/line';
export { codingFor, isKnown } from './feed/conditional';
export { sealCursor } from './feed/cursor';
export { fileStatementOf } from './feed/sealed';
export { spreadsheetOf } from './feed/table';
export { proofsOf, takeSnapshot } from './feed/taken';
