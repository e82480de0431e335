/** Where the page begins: with the token, or with the request to open the address that has it. */

import "./styles/page.css";
import { bench } from "./state/bench";
import { Talk } from "./talk";
import { editing } from "./text/editor";
import { takeToken } from "./token";
import { currentLanguage, say } from "./words/words";
import { nonce } from "./frame/nonce";
import { applyTheme } from "./frame/theme";
import "./frame/workbench";

document.documentElement.lang = currentLanguage();
applyTheme();
const token = takeToken();
if (token === null) {
  bench.trouble = say("no-token");
  bench.tell("change");
} else {
  bench.meet(new Talk(token));
  void bench.attempt(async () => bench.begin(await bench.talk.session(), editing(), nonce()));
}
