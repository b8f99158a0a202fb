import { newId, type OperationId } from '@qingshan/contract';
import { hidden, nothing, open, openInCounty, refused, type WrongPlace } from './outcomes.ts';

const password = 'Strangers-are-2026';
const reason = '越权试探';
const postBody = (placeCode: string, more: object = {}) => ({
  kind: 'group_head',
  title: '组长',
  placeCode,
  ...more,
});
const zoneBody = (townCode: string, villages: readonly string[] = [], more: object = {}) => ({
  name: '片',
  kind: 'x',
  townCode,
  villages,
  ...more,
});

/** People, accounts, places, posts, terms, zones and reaches. */
export const dutyCases: Partial<Record<OperationId, readonly WrongPlace[]>> = {
  listAccounts: [nothing(() => ({}), 'all'), nothing((_, of) => ({ query: { q: of.personName } }))],
  createAccount: [
    hidden((_, of) => ({ body: { personId: of.person, account: `to-${newId('990121')}`, password } })),
  ],
  disableAccount: [hidden((_, of) => ({ params: { personId: of.person }, body: { reason } }))],
  enableAccount: [hidden((_, of) => ({ params: { personId: of.person } }))],
  resetPassword: [hidden((_, of) => ({ params: { personId: of.person }, body: { password } }))],
  listLogins: [nothing(() => ({}), 'all'), nothing((_, of) => ({ query: { account: of.account } }))],

  searchPlaces: [open((_, of) => ({ query: { q: '柳湾', parent: of.town, within: of.county } }))],
  locatePlace: [open((_, of) => ({ query: { lon: '102.1', lat: '27.1', county: of.county } }))],
  getPlace: [
    hidden((_, of) => ({ params: { code: of.village } })),
    hidden((_, of) => ({ params: { code: of.grid } })),
  ],
  getResponsible: [open((_, of) => ({ params: { code: of.village } }))],
  savePlace: [
    hidden((_, of) => ({ params: { code: of.grid }, body: { name: '改名', kind: 'grid' } })),
    hidden(
      (_, of) => ({ params: { code: `${of.village}W77` }, body: { name: '新设', kind: 'grid' } }),
      'new',
    ),
  ],
  showPhones: [
    hidden((_, of) => ({ params: { code: of.town }, body: { shown: true } })),
    hidden((_, of) => ({ params: { code: of.village }, body: { shown: true } }), 'by its village'),
  ],
  listMySessions: [nothing(() => ({}))],
  listPeople: [
    nothing(() => ({}), 'all'),
    nothing((_, of) => ({ query: { q: of.personName } })),
    nothing((_, of) => ({ query: { place: of.village } }), 'by place'),
  ],
  savePerson: [
    hidden((own, of) => ({ params: { id: of.person }, body: { name: '改名', placeCode: own.village } })),
    refused(
      (own, of) => ({ params: { id: newId(own.county) }, body: { name: '新人', placeCode: of.village } }),
      'at a place',
    ),
  ],
  listPosts: [
    openInCounty('nothing', (_, of) => ({ query: { place: of.village } })),
    openInCounty('nothing', (_, of) => ({ query: { q: of.personName } }), 'by name'),
  ],
  getPost: [openInCounty('hidden', (_, of) => ({ params: { id: of.post } }))],
  savePost: [
    hidden((own, of) => ({ params: { id: of.vacantPost }, body: postBody(own.village) })),
    hidden((own, of) => ({ params: { id: newId(own.county) }, body: postBody(of.village) }), 'at a place'),
    hidden(
      (own, of) => ({ params: { id: newId(own.county) }, body: postBody(own.village, { zoneId: of.zone }) }),
      'on a zone',
    ),
    hidden(
      (own, of) => ({
        params: { id: newId(own.county) },
        body: postBody(own.village, { zoneId: of.emptyZone }),
      }),
      'on an empty zone',
    ),
    hidden(
      (own, of) => ({
        params: { id: newId(own.county) },
        body: postBody(own.village, { reachId: of.reach }),
      }),
      'on a reach',
    ),
    hidden(
      (own, of) => ({
        params: { id: newId(own.county) },
        body: postBody(own.village, { reportsToId: of.post }),
      }),
      'below a post',
    ),
  ],
  startTerm: [
    hidden((own, of) => ({
      params: { id: of.vacantPost },
      body: { id: newId(own.county), personId: own.personId, from: '2026-05-06' },
    })),
    hidden(
      (own, of) => ({
        params: { id: own.vacantPost },
        body: { id: newId(own.county), personId: of.person, from: '2026-05-06' },
      }),
      'of a person',
    ),
    refused(
      (own, of) => ({
        params: { id: own.vacantPost },
        body: { id: of.term, personId: own.personId, from: '2026-05-06' },
      }),
      'with a term that is there',
    ),
  ],
  endTerm: [
    hidden((_, of) => ({ params: { id: of.post }, body: { termId: of.term, to: '2026-05-06', reason } })),
    hidden(
      (own, of) => ({ params: { id: own.termPost }, body: { termId: of.term, to: '2026-05-06', reason } }),
      'of another post',
    ),
  ],
  cancelTerm: [
    hidden((_, of) => ({ params: { id: of.post }, body: { termId: of.term, reason } })),
    hidden(
      (own, of) => ({ params: { id: own.termPost }, body: { termId: of.term, reason } }),
      'of another post',
    ),
  ],
  correctTerm: [
    hidden((_, of) => ({
      params: { id: of.post },
      body: { termId: of.term, from: '2026-01-01', to: '2026-06-01', reason },
    })),
    hidden(
      (own, of) => ({
        params: { id: own.termPost },
        body: { termId: of.term, from: '2026-01-01', to: '2026-06-01', reason },
      }),
      'of another post',
    ),
  ],
  handOver: [
    hidden((own, of) => ({
      params: { id: of.post },
      body: {
        termId: of.term,
        newTermId: newId(own.county),
        toPersonId: own.personId,
        on: '2026-05-07',
        reason,
      },
    })),
    hidden(
      (own, of) => ({
        params: { id: own.termPost },
        body: {
          termId: own.term,
          newTermId: newId(own.county),
          toPersonId: of.person,
          on: '2026-05-07',
          reason,
        },
      }),
      'to a person',
    ),
    refused(
      (own, of) => ({
        params: { id: own.termPost },
        body: { termId: own.term, newTermId: of.term, toPersonId: own.personId, on: '2026-05-07', reason },
      }),
      'with a term that is there',
    ),
  ],
  listZones: [openInCounty('nothing', (_, of) => ({ query: { town: of.town } }))],
  saveZone: [
    hidden((own, of) => ({
      params: { id: of.zone },
      body: zoneBody(own.town, [own.village], { moveVillages: true }),
    })),
    hidden((own, of) => ({ params: { id: of.emptyZone }, body: zoneBody(own.town) }), 'an empty one'),
    hidden((own, of) => ({ params: { id: newId(own.county) }, body: zoneBody(of.town) }), 'in a town'),
    hidden(
      (own, of) => ({
        params: { id: newId(own.county) },
        body: zoneBody(own.town, [of.village], { moveVillages: true }),
      }),
      'with a village',
    ),
  ],
  saveReach: [
    hidden((own, of) => ({
      params: { id: of.reach },
      body: { river: '河', name: '段', villages: [own.village] },
    })),
    hidden(
      (own, of) => ({
        params: { id: newId(own.county) },
        body: { river: '河', name: '段', villages: [of.village] },
      }),
      'along a village',
    ),
  ],
  listReaches: [openInCounty('nothing', (_, of) => ({ query: { town: of.town } }))],
  getBasemap: [open((_, of) => ({ query: { county: of.county } }))],
};
