/** References to the rules this library applies, and how they are cited in the three languages. */

export type Locale = 'zh-CN' | 'zh-TW' | 'en';

interface InstrumentEntry {
  readonly 'zh-CN': string;
  readonly 'zh-TW': string;
  readonly en: string;
  /** Number of articles; 0 for a document that has none and is cited by its title. */
  readonly articles: number;
}

const INSTRUMENTS = {
  law: {
    'zh-CN': '《劳动争议调解仲裁法》',
    'zh-TW': '《勞動爭議調解仲裁法》',
    en: 'Labour Dispute Mediation and Arbitration Law',
    articles: 54,
  },
  rules: {
    'zh-CN': '《劳动人事争议仲裁办案规则》',
    'zh-TW': '《勞動人事爭議仲裁辦案規則》',
    en: 'Rules for Handling Labour and Personnel Dispute Arbitration Cases',
    articles: 81,
  },
  'org-rules': {
    'zh-CN': '《劳动人事争议仲裁组织规则》',
    'zh-TW': '《勞動人事爭議仲裁組織規則》',
    en: 'Rules on the Organisation of Labour and Personnel Dispute Arbitration',
    articles: 38,
  },
  'labour-law': { 'zh-CN': '《劳动法》', 'zh-TW': '《勞動法》', en: 'Labour Law', articles: 107 },
  'contract-law': {
    'zh-CN': '《劳动合同法》',
    'zh-TW': '《勞動合同法》',
    en: 'Labour Contract Law',
    articles: 98,
  },
  'contract-regulation': {
    'zh-CN': '《劳动合同法实施条例》',
    'zh-TW': '《勞動合同法實施條例》',
    en: 'Regulation Implementing the Labour Contract Law',
    articles: 38,
  },
  'leave-regulation': {
    'zh-CN': '《职工带薪年休假条例》',
    'zh-TW': '《職工帶薪年休假條例》',
    en: 'Regulation on Paid Annual Leave of Employees',
    articles: 10,
  },
  'leave-measures': {
    'zh-CN': '《企业职工带薪年休假实施办法》',
    'zh-TW': '《企業職工帶薪年休假實施辦法》',
    en: 'Implementing Measures for Paid Annual Leave of Enterprise Employees',
    articles: 19,
  },
  'injury-regulation': {
    'zh-CN': '《工伤保险条例》',
    'zh-TW': '《工傷保險條例》',
    en: 'Work Injury Insurance Regulation',
    articles: 67,
  },
  'wage-provisions': {
    'zh-CN': '《工资支付暂行规定》',
    'zh-TW': '《工資支付暫行規定》',
    en: 'Interim Provisions on Payment of Wages',
    articles: 20,
  },
  'paid-days-notice': {
    'zh-CN': '《关于职工全年月平均工作时间和工资折算问题的通知》（人社部发〔2025〕2号）',
    'zh-TW': '《關於職工全年月平均工作時間和工資折算問題的通知》（人社部發〔2025〕2號）',
    en: 'Notice on Average Monthly Working Time and Wage Conversion (MOHRSS [2025] No. 2)',
    articles: 0,
  },
  // Its text could not be read; nothing is cited from it but its name.
  'gd-heat-measures': {
    'zh-CN': '《广东省高温天气劳动保护办法》',
    'zh-TW': '《廣東省高溫天氣勞動保護辦法》',
    en: 'Guangdong Measures for Labour Protection in Hot Weather',
    articles: 0,
  },
  'civil-procedure': {
    'zh-CN': '《民事诉讼法》',
    'zh-TW': '《民事訴訟法》',
    en: 'Civil Procedure Law',
    articles: 306,
  },
  'civil-servant-law': {
    'zh-CN': '《公务员法》',
    'zh-TW': '《公務員法》',
    en: 'Civil Servant Law',
    articles: 113,
  },
  'mediation-provisions': {
    'zh-CN': '《企业劳动争议协商调解规定》',
    'zh-TW': '《企業勞動爭議協商調解規定》',
    en: 'Provisions on Negotiation and Mediation of Enterprise Labour Disputes',
    articles: 37,
  },
  'interpretation-1': {
    'zh-CN': '《最高人民法院关于审理劳动争议案件适用法律问题的解释（一）》',
    'zh-TW': '《最高人民法院關於審理勞動爭議案件適用法律問題的解釋（一）》',
    en: "Supreme People's Court Interpretation (I) on Labour Dispute Cases",
    articles: 54,
  },
  'interpretation-2': {
    'zh-CN': '《最高人民法院关于审理劳动争议案件适用法律问题的解释（二）》',
    'zh-TW': '《最高人民法院關於審理勞動爭議案件適用法律問題的解釋（二）》',
    en: "Supreme People's Court Interpretation (II) on Labour Dispute Cases",
    articles: 21,
  },
  'joint-opinion-1': {
    'zh-CN': '《关于劳动人事争议仲裁与诉讼衔接有关问题的意见（一）》（人社部发〔2022〕9号）',
    'zh-TW': '《關於勞動人事爭議仲裁與訴訟銜接有關問題的意見（一）》（人社部發〔2022〕9號）',
    en: 'Joint Opinion (I) on Connecting Labour Arbitration and Litigation (MOHRSS [2022] No. 9)',
    articles: 21,
  },
  'online-rules': {
    'zh-CN': '《人民法院在线诉讼规则》',
    'zh-TW': '《人民法院在線訴訟規則》',
    en: "Online Litigation Rules of the People's Courts",
    articles: 39,
  },
  'gd-online-rules': {
    'zh-CN': '《广东省“互联网+仲裁”在线庭审规则（试行）》',
    'zh-TW': '《廣東省「互聯網+仲裁」在線庭審規則（試行）》',
    en: 'Guangdong “Internet + Arbitration” Online Hearing Rules (Trial)',
    articles: 99, // its full text could not be read; the number of articles is not known
  },
} as const satisfies Record<string, InstrumentEntry>;

export type Instrument = keyof typeof INSTRUMENTS;

/** Numbers are kept as text: they are names, nobody adds them up. */
export interface Article {
  readonly law: Instrument;
  readonly article: string;
  readonly paragraph?: string;
  readonly item?: string;
}

/** A reference; refuses an article that the instrument does not have. Paragraph (款) and item (项) as counted there. */
export function article(law: Instrument, number: number, paragraph?: number, item?: number): Article {
  if (number < 1 || number > INSTRUMENTS[law].articles) {
    throw new RangeError(`${INSTRUMENTS[law].en} has no article ${number}`);
  }
  return {
    law,
    article: String(number),
    ...(paragraph === undefined ? {} : { paragraph: String(paragraph) }),
    ...(item === undefined ? {} : { item: String(item) }),
  };
}

/** A document without articles, cited as a whole. */
export function wholeDocument(law: Instrument): Article {
  return { law, article: '' };
}

/** 《劳动争议调解仲裁法》第四十三条第一款 · 《勞動爭議調解仲裁法》第四十三條第一款 · … Law, art. 43(1). */
export function citation(reference: Article, locale: Locale): string {
  const title = INSTRUMENTS[reference.law][locale];
  if (reference.article === '') return title;
  if (locale === 'en') {
    const inner = [reference.paragraph, reference.item].filter((part) => part !== undefined);
    return `${title}, art. ${reference.article}${inner.map((part) => `(${part})`).join('')}`;
  }
  const [articleWord, itemWord] = locale === 'zh-CN' ? ['条', '项'] : ['條', '項'];
  const paragraph = reference.paragraph ? `第${chineseNumeral(Number(reference.paragraph))}款` : '';
  const item = reference.item ? `第（${chineseNumeral(Number(reference.item))}）${itemWord}` : '';
  return `${title}第${chineseNumeral(Number(reference.article))}${articleWord}${paragraph}${item}`;
}

/** The references without those that lie within another: beside an article cited whole its paragraphs say nothing. */
export function withoutParts(articles: readonly Article[]): Article[] {
  return articles.filter((part) => !articles.some((whole) => isWithin(part, whole)));
}

function isWithin(part: Article, whole: Article): boolean {
  if (part.law !== whole.law || part.article !== whole.article) return false;
  if (whole.item !== undefined) return false;
  if (whole.paragraph === undefined) return part.paragraph !== undefined || part.item !== undefined;
  return part.paragraph === whole.paragraph && part.item !== undefined;
}

const DIGITS = '零一二三四五六七八九';

/** 1 → 一, 10 → 十, 15 → 十五, 40 → 四十, 105 → 一百零五, 110 → 一百一十. For 1 to 999. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999)
    throw new RangeError(`no article number: ${value}`);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let text = hundreds > 0 ? `${DIGITS.charAt(hundreds)}百` : '';
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${DIGITS.charAt(tens)}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return ones > 0 ? text + DIGITS.charAt(ones) : text;
}
