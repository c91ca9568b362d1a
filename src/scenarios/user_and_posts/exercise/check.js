import { disordered, lacking, miswaited, untimely } from "../../../../www/src/exercise/lines.js";
import { firstMissed } from "../../../../www/src/exercise/runs.js";
import { blocked, ms } from "../../../../www/src/exercise/time.js";

/** @import { Check } from "../../../../www/src/types.js" */

const [USER, FRIENDS, POSTS] = ["fetching the user", "fetching the friends of user 1", "fetching the posts"];
const [USER_HERE, FRIENDS_HERE, POSTS_HERE] = ["the user is here", "the friends are here", "the posts are here"];
const PAGE = "the page: Ada, Grace; first post";

/** @type {Check} */
export const check = (runs) => firstMissed(runs, (record, values) => {
  const each = ms(values.seconds);
  return lacking(record, [USER, FRIENDS, POSTS, USER_HERE, FRIENDS_HERE, POSTS_HERE, PAGE], "the page needs the user, the friends and the posts.")
    ?? blocked(record)
    ?? miswaited(record, [[USER, USER_HERE, each], [FRIENDS, FRIENDS_HERE, each], [POSTS, POSTS_HERE, 2 * each]])
    ?? disordered(record, [USER_HERE, FRIENDS], "whose friends are they?")
    ?? untimely(record, [[USER, 0]], "nothing is to be waited for before it.")
    ?? untimely(record, [[FRIENDS, each]], "what is waited for when the user is here?")
    ?? untimely(record, [[POSTS, 0]], "do the posts need the user?")
    ?? untimely(record, [[PAGE, 2 * each]]);
});
