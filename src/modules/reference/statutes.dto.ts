export class StatuteSummaryDto {
  /** As articles name it: law, rules, contract-law. */
  instrument: string;
  title: string;
  /** As citations begin: 《劳动争议调解仲裁法》. */
  name: string;
  /** By whom and when it was made and amended, a line each. */
  enacted: string[];
  /** False where only a part of it could be had. */
  isWhole: boolean;
  source: string;
  checkedOn: string;
  articleCount: number;
}

export class StatuteArticleDto {
  number: string;
  chapter?: string;
  section?: string;
  /** One entry for each paragraph (款) or item (项), as printed. */
  text: string[];
}

export class StatuteDto extends StatuteSummaryDto {
  articles: StatuteArticleDto[];
}
