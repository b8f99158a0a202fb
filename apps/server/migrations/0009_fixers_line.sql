-- Who stood in the fixer's line of command when the problem was put right: a superior taken away afterwards, or a post
-- handed over, makes nobody independent.
alter table issue_fixers add column in_line text[] not null default '{}';
grant update (in_line) on issue_fixers to qingshan_app;
