import antd from 'antd/locale/zh_TW';
import { flatten } from './flatten';

export const texts = flatten(import.meta.glob('../../i18n/*.zh-TW.json', { eager: true, import: 'default' }));
export { antd };
