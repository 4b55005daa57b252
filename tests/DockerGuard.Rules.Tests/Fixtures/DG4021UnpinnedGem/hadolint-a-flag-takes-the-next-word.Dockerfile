# policy: profile=hadolint
FROM ruby:3.3
RUN gem install --no-document rails
# expect DG4021 37-41
RUN gem install --no-document rails puma
# expect DG4021 17-21
RUN gem install $GEM
