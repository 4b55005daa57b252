FROM ruby:3.3
# expect DG4021 17-24
RUN gem install bundler
# expect DG4021 19-27
RUN gem i rake:13 nokogiri -- --use-system-libraries
# expect DG4021 31-36
RUN gem install --no-document rails puma
