export { mergedLog } from './log';
