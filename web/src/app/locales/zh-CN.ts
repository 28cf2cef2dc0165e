import antd from 'antd/locale/zh_CN';
import { flatten } from './flatten';

export const texts = flatten(import.meta.glob('../../i18n/*.zh-CN.json', { eager: true, import: 'default' }));
export { antd };
