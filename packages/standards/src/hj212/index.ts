export { StandardRefusal } from '../refusal.ts';
export { crcText, hj212Crc } from './crc.ts';
export {
  type DecodeOptions,
  decodeBody,
  decodeFrame,
  type FrameReject,
  type FrameVerdict,
} from './decode.ts';
export {
  type EncodeOptions,
  encodeFrame,
  encodePackets,
  type FrameDraft,
  segmentText,
  wrapSegment,
} from './encode.ts';
export { type BlockCipher, decryptSegment, encryptSegment, isEncrypted } from './encryption.ts';
export { FACTORS, type FactorRow } from './factors.table.ts';
export { editionOfVersion, type Flag, flagNumber, flagOf, versionOfEdition } from './flag.ts';
export type { CpItem, CpPair, Deviation, DeviationCode, Hj212Frame } from './frame.ts';
export { type Hj212Time, hj212Epoch, hj212Time, hj212TimeText } from './hj-time.ts';
export { factorOf } from './item-key.ts';
export {
  type AssembledMessage,
  type AssemblerOptions,
  PacketAssembler,
  type PacketOutcome,
} from './packets.ts';
export {
  COMMANDS,
  DATA_FLAGS,
  EXE_RETURNS,
  type Hj212Edition,
  PROTOCOL_TABLES,
  QN_RETURNS,
  SYSTEM_TYPES,
} from './protocol.table.ts';
export { type Reading, type ReadingValue, readingsOf } from './readings.ts';
export { dataAnswer, executionResult, noticeAnswer, requestAnswer, resendKey } from './replies.ts';
export { FrameSplitter, type SplitterOptions, type StreamEvent, splitFrames } from './splitter.ts';
