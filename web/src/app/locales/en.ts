import antd from 'antd/locale/en_US';
import { flatten } from './flatten';

export const texts = flatten(import.meta.glob('../../i18n/*.en.json', { eager: true, import: 'default' }));
export { antd };
