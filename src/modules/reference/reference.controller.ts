import { Controller, Get } from '@nestjs/common';
import { Public } from '../../platform/auth/decorators';
import { CommissionDto } from './reference.dto';
import { Reference } from './reference.service';

@Public()
@Controller('commissions')
export class ReferenceController {
  constructor(private readonly reference: Reference) {}

  @Get()
  async commissions(): Promise<CommissionDto[]> {
    return this.reference.commissions();
  }
}
