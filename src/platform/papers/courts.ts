/**
 * Where somebody who disagrees sues: the law leaves two courts, and the choice between them is not the commission's
 * to make by naming one (Interpretation (I) 3).
 */
export const COURT_TO_SUE_IN = '用人单位所在地或者劳动合同履行地的基层人民法院';
