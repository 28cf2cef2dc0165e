import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  {
    path: '/calculators',
    layout: 'party',
    page: async () => (await import('./calculators-page')).CalculatorsPage,
  },
  {
    path: '/calculators/:head',
    layout: 'party',
    page: async () => (await import('./calculator-page')).CalculatorPage,
  },
];
