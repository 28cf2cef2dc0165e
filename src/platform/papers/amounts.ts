import Nzh from 'nzh';
import { formatYuan, type Fen } from '../../kernel/money';

function assertFen(fen: Fen): void {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in fen: ${fen}`);
}

/** 壹万贰仟叁佰肆拾伍元陆角整 — after the rules for filling in negotiable instruments (正确填写票据和结算凭证的基本规定). */
export function yuanInCapitals(fen: Fen): string {
  assertFen(fen);
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor((fen % 100) / 10);
  const cents = fen % 10;
  const decimals = cents > 0 ? `.${jiao}${cents}` : jiao > 0 ? `.${jiao}` : '';
  return Nzh.cn.toMoney(`${yuan}${decimals}`, { outSymbol: false, forceZheng: true });
}

/** 12,345.60元 */
export function yuan(fen: Fen): string {
  assertFen(fen);
  return `${formatYuan(fen)}元`;
}

/** 人民币12,345.60元（大写：壹万贰仟叁佰肆拾伍元陆角整） */
export function yuanInFiguresAndCapitals(fen: Fen): string {
  return `人民币${yuan(fen)}（大写：${yuanInCapitals(fen)}）`;
}
