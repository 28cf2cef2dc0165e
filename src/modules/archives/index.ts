export { ArchivesModule } from './archives.module';
export { archivePolicy } from './archive.policy';
