// For hosts that cannot write type=module: loads the module that stands beside this script.
import(new URL("async-playground.js", document.currentScript.src));
