-- placeholder until the ledger's tables are written
create policy journal_read_county on journal for select to qingshan_app using (county_code = app_county());
