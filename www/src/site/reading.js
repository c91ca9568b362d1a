// A page that is read: it has the search and the keys of the course, and its runs can be run where they stand.

import { startCourse } from "./course.js";
import { obeyCourseKeys } from "./keys.js";
import { Memory } from "./memory.js";
import { workOffline } from "./offline.js";
import { offerRuns } from "./run-here.js";

const { search } = startCourse(null, new Memory(() => localStorage));
obeyCourseKeys(search);
offerRuns();
workOffline();
