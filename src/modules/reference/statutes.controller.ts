import { Controller, Get, Header, Param } from '@nestjs/common';
import { Public } from '../../platform/auth/decorators';
import { statute, STATUTES, type Statute } from './statutes';
import { StatuteDto, StatuteSummaryDto } from './statutes.dto';

const FOR_A_DAY = 'public, max-age=86400';

/** The words of what the program cites. */
@Public()
@Controller('statutes')
export class StatutesController {
  @Get()
  @Header('cache-control', FOR_A_DAY)
  list(): StatuteSummaryDto[] {
    return STATUTES.map(summary);
  }

  @Get(':instrument')
  @Header('cache-control', FOR_A_DAY)
  whole(@Param('instrument') instrument: string): StatuteDto {
    const found = statute(instrument);
    return {
      ...summary(found),
      articles: found.articles.map((each) => ({ ...each, text: [...each.text] })),
    };
  }
}

function summary({ articles, enacted, ...statute }: Statute): StatuteSummaryDto {
  return { ...statute, enacted: [...enacted], articleCount: articles.length };
}
