FROM ruby:3.3
RUN gem install bundler:2.5.0 rake:'~> 13'
RUN gem install bundler -v 2.5.0 && gem install bundler --version='2.5.0'
RUN gem install rake:13 -- --with-opt true
RUN gem install --source https://packages.contoso.com rake:13
