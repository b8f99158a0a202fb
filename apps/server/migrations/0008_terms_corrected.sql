-- When a term and its end were entered: a mistake of today may be taken back, a planned term cancelled; the journal keeps both.
alter table terms add column entered_on date, add column end_entered_on date;
grant update (end_entered_on), delete on terms to qingshan_app;
