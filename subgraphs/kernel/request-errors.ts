import { declareError } from './errors';

// ── what a request must be before it is GraphQL ────────────────────────────────────────────────────────────────────
export const BadRequest = declareError(
  'BAD_REQUEST',
  '请求有误：{reason:words}。',
  'The request is no good: {reason:words}.',
);
export const TextNotUtf8 = declareError(
  'TEXT_NOT_UTF8',
  '{part:words}中有不是 UTF-8 的字节；请求一律使用 UTF-8。',
  '{part:words} holds bytes that are no UTF-8; all that is sent must be in UTF-8.',
);
export const CharsetUnsupported = declareError(
  'CHARSET_UNSUPPORTED',
  '请求体应使用 UTF-8，收到：{got}。',
  'A body must be in UTF-8, but got: {got}.',
);
export const ContentEncodingUnsupported = declareError(
  'CONTENT_ENCODING_UNSUPPORTED',
  '请求体可以不压缩，或按 {allowed} 之一压缩，收到：{got}。',
  'A body may come as it is or compressed by one of {allowed}, but got: {got}.',
);
export const MethodNotAllowed = declareError(
  'METHOD_NOT_ALLOWED',
  '此地址不接受 {got}，可用：{allowed}。',
  'This address does not take {got}; it takes: {allowed}.',
);
export const AddressUnknown = declareError(
  'ADDRESS_UNKNOWN',
  '没有这个地址：{got}。',
  'There is no such address: {got}.',
);
